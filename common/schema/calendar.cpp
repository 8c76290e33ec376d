// SPDX-License-Identifier: GPL-2.0-or-later
//
// Seoul's clock, from ICU's time zone data. No shortcut with a fixed +9 h: ICU looks at the latest
// change first, so an instant of today costs it some 30 ns.
#include "common/schema/calendar.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace gisa::schema {
namespace {
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

std::unique_ptr<const icu::BasicTimeZone> open_seoul() {
    std::unique_ptr<const icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8("Asia/Seoul"))
    );
    // ICU answers an unknown name with a zone called Etc/Unknown, at UTC.
    const auto* seoul = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
    if (seoul == nullptr || *zone == icu::TimeZone::getUnknown()) {
        throw std::runtime_error("ICU's time zone data has no Asia/Seoul");
    }
    static_cast<void>(zone.release());
    return std::unique_ptr<const icu::BasicTimeZone>(seoul);
}

/// Shared by all threads: ICU's const member functions may be called at the same time.
const icu::BasicTimeZone& seoul_zone() {
    static const std::unique_ptr<const icu::BasicTimeZone> zone = open_seoul();
    return *zone;
}

UDate to_icu(seconds since_epoch) {
    return static_cast<UDate>(milliseconds(since_epoch).count());
}

seconds checked_offset(std::int32_t raw_ms, std::int32_t saving_ms, UErrorCode status) {
    if (U_FAILURE(status) != 0) {
        throw std::runtime_error(
            std::string("ICU cannot tell Seoul's offset: ") + u_errorName(status)
        );
    }
    return duration_cast<seconds>(milliseconds(raw_ms + saving_ms));
}
}  // namespace

std::chrono::sys_seconds seoul_to_utc(std::chrono::local_seconds seoul) {
    std::int32_t raw_ms = 0;
    std::int32_t saving_ms = 0;
    UErrorCode status = U_ZERO_ERROR;
    seoul_zone().getOffsetFromLocal(
        to_icu(seoul.time_since_epoch()),
        UCAL_TZ_LOCAL_FORMER,
        UCAL_TZ_LOCAL_FORMER,
        raw_ms,
        saving_ms,
        status
    );
    const seconds offset = checked_offset(raw_ms, saving_ms, status);
    return std::chrono::sys_seconds(seoul.time_since_epoch() - offset);
}

std::chrono::local_seconds utc_to_seoul(std::chrono::sys_seconds instant) {
    std::int32_t raw_ms = 0;
    std::int32_t saving_ms = 0;
    UErrorCode status = U_ZERO_ERROR;
    seoul_zone().getOffset(
        to_icu(instant.time_since_epoch()), static_cast<UBool>(false), raw_ms, saving_ms, status
    );
    const seconds offset = checked_offset(raw_ms, saving_ms, status);
    return std::chrono::local_seconds(instant.time_since_epoch() + offset);
}

std::chrono::year_month_day seoul_day(std::chrono::sys_seconds instant) {
    return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(utc_to_seoul(instant))
    );
}

SeoulDay seoul_day_around(std::chrono::sys_seconds instant) {
    const std::chrono::local_seconds local = utc_to_seoul(instant);
    const seconds offset = local.time_since_epoch() - instant.time_since_epoch();
    const std::chrono::local_days day = std::chrono::floor<std::chrono::days>(local);
    const auto at_offset = [offset](std::chrono::local_seconds there) {
        return std::chrono::sys_seconds(there.time_since_epoch() - offset);
    };
    SeoulDay whole{
        .day = std::chrono::year_month_day(day),
        .begin = at_offset(day),
        .end = at_offset(day + std::chrono::days(1))};
    const std::chrono::sys_seconds last = whole.end - seconds(1);
    if (at_offset(utc_to_seoul(whole.begin)) != whole.begin
        || at_offset(utc_to_seoul(last)) != last) {
        whole.begin = instant;
        whole.end = instant + seconds(1);
    }
    return whole;
}

std::string day_text(std::chrono::year_month_day day) {
    std::array<char, 32> buffer{};
    std::snprintf(
        buffer.data(),
        buffer.size(),
        "%04d-%02u-%02u",
        static_cast<int>(day.year()),
        static_cast<unsigned>(day.month()),
        static_cast<unsigned>(day.day())
    );
    return buffer.data();
}
}  // namespace gisa::schema
