// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>

namespace gisa::cli {
/// Of the labels beside an axis, in pixels.
inline constexpr double kLabelFont = 12;

/// The width of a label in pixels, rather too much than too little: nobody knows the reader's font.
[[nodiscard]] double label_width(std::string_view label);

/// A scale that begins at 0 and has a tick at each multiple of 1, 2 or 5 times a power of ten, up to
/// the first one that is not below the largest value. It has at least one above 0.
class ValueAxis {
  public:
    /// 0 and 1.
    ValueAxis() = default;
    /// At most `most_ticks` above 0. A step is not below 10 to the power of `least_exponent`.
    ValueAxis(double largest, int most_ticks, int least_exponent);

    [[nodiscard]] double top() const { return at(ticks_); }

    /// Ticks above 0.
    [[nodiscard]] int ticks() const { return ticks_; }

    /// The value of a tick, counted from 0.
    [[nodiscard]] double at(int tick) const;
    [[nodiscard]] std::string label(int tick) const;

    /// Digits behind the point that tell ticks apart.
    [[nodiscard]] int decimals() const { return exponent_ < 0 ? -exponent_ : 0; }

  private:
    int factor_ = 1;
    int exponent_ = 0;
    int ticks_ = 1;
};

/// A tick of the axis of time.
struct TimeTick {
    double place = 0;   ///< in periods, from the beginning of the first one
    std::string label;  ///< a day of the month, a month's name or a year; centred on the tick
    std::string
        context;  ///< the month or year that days or months behind it are of, below; or empty
};

/// As many ticks as can be read where all periods together are so many pixels wide: labels are apart
/// from each other, and so are contexts. A tick stands in the middle of the period that it names, or
/// where a longer one begins. Empty only where there are no points.
[[nodiscard]] std::vector<TimeTick> time_ticks(
    const std::vector<TrendPoint>& points, TrendPeriod period, double width
);

/// "2024-05-21", "2024-05-20 – 2024-05-26", "2024-05" or "2024"; of several periods from the first to
/// the last.
[[nodiscard]] std::string period_name(
    const TrendPoint& first, const TrendPoint& last, TrendPeriod period
);
}  // namespace gisa::cli
