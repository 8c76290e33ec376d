// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/crash/life.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include <gisa/archive_status.h>
#include <gisa/error.h>
#include <gisa/user_words.h>

namespace gisa::crash {
namespace {
namespace fs = std::filesystem;

constexpr int kKilled = 128 + 9;

State without(State state, const std::set<std::string>& ids) {
    std::erase_if(state, [&ids](const auto& article) { return ids.contains(article.first); });
    return state;
}

test::ProgramCall call(const fs::path& archive, const std::vector<std::string>& arguments) {
    return {
        .arguments = arguments,
        .input = {},
        .environment = {"GISA_ARCHIVE=" + archive.string()},
    };
}
}  // namespace

Life::Life(fs::path folder, std::string self, Feed::Random& random, Tally& tally)
    : folder_(std::move(folder)),
      self_(std::move(self)),
      random_(random),
      tally_(tally),
      feed_(folder_ / "feed", random) {
    fs::create_directories(folder_);
}

void Life::next(std::size_t kills) {
    Step step = any_step();
    Duration patience = measure(step);
    // What is run again may be killed again.
    for (std::size_t tries = 1 + random_() % 3; tries > 0 && kills > 0; --tries, --kills) {
        const auto most = static_cast<std::uint64_t>(patience.count()) + 1;
        if (!run_and_kill(step, Duration(random_() % most))) {
            return;
        }
        if (step.name.starts_with("add") && random_() % 4 == 0) {
            // Nobody ran it again in time: the next night has come.
            feed_.add_files();
            feed_.change_articles();
            step.states = {step.states[step.reached], fed()};
            step.reached = 0;
            patience = measure(step);
        }
    }
    finish(step);
}

void Life::end() {
    doing_ = "the end";
    readers_.reset();
    Step step{"merge", {"merge", "--quiet"}, {now_}};
    finish(step);
    const Disk left = look();
    if (left.segments.size() != left.published.size()) {
        fail("segments that are not published are left, and nobody reads them");
    }
}

// --- what is done -----------------------------------------------------------------------------

Life::Step Life::any_step() {
    if (now_.empty()) {
        return add("add, new files");
    }
    static constexpr std::array<int, 10> kNames = {0, 0, 0, 1, 1, 2, 2, 3, 3, 4};
    switch (kNames.at(random_() % kNames.size())) {
        case 0:
            return add("add, new files");
        case 1:
            return add("add, changed files");
        case 2:
            return add("add --prune");
        case 3:
            return take_away(random_() % 2 == 0 ? "remove" : "takedown");
        default:
            break;
    }
    switch (random_() % 4) {
        case 0:
            return {"merge", {"merge", "--quiet"}, {now_}};
        case 1:
            return {"merge --full", {"merge", "--full", "--quiet"}, {now_}};
        case 2:
            return {"rebuild", {"rebuild", "--quiet"}, {now_}};
        default:
            return set_dictionary();
    }
}

Life::Step Life::add(const std::string& kind) {
    Step step{kind, {"add", "--quiet", feed_.folder().string()}, {now_}};
    if (kind == "add, new files") {
        feed_.add_files();
    } else if (kind == "add, changed files") {
        feed_.change_articles();
    } else {
        feed_.shuffle();
        feed_.add_files();
        step.arguments.emplace_back("--prune");
    }
    // Without merging the segments pile up for the runs that merge.
    if (random_() % 2 == 0) {
        step.arguments.emplace_back("--no-merge");
    }
    step.states.push_back(fed());
    return step;
}

Life::Step Life::take_away(const std::string& kind) {
    Step step{kind, {kind, "--quiet"}, {now_}};
    if (kind == "takedown") {
        step.arguments.insert(step.arguments.end(), {"--reason", "court order"});
    }
    std::vector<std::string> ids = feed_.some_ids(1 + random_() % 6);
    std::erase_if(ids, [this](const std::string& id) { return !now_.contains(id); });
    if (ids.empty()) {
        ids.push_back(now_.begin()->first);
    }
    // Each id leaves the answers at once, as the documentation has it: a state after each.
    for (const std::string& id : ids) {
        step.arguments.push_back(id);
        step.states.push_back(without(step.states.back(), {id}));
    }
    if (kind == "takedown") {
        taken_down_.insert(
            ids.begin(), ids.end()
        );  // they stay in the feed, and out of the archive
    } else {
        feed_.drop(ids);
    }
    return step;
}

Life::Step Life::set_dictionary() {
    const fs::path file = folder_ / "words.txt";
    std::ofstream out(file);
    out << "새벽누리집 새벽 누리집\n";
    for (const std::string& word : dictionary_words()) {
        if (random_() % 2 == 0) {
            out << word << '\n';
        }
    }
    return {"dictionary set", {"dictionary", "set", "--quiet", file.string()}, {now_}};
}

State Life::fed() const {
    return without(feed_.state(), taken_down_);
}

// --- how it is done ---------------------------------------------------------------------------

Life::Duration Life::measure(const Step& step) {
    doing_ = step.name + ", undisturbed on a copy";
    const fs::path copy = folder_ / "copy";
    fs::remove_all(copy);
    if (fs::exists(archive_)) {
        fs::copy(archive_, copy, fs::copy_options::recursive);
    }
    const auto began = std::chrono::steady_clock::now();
    const test::ProgramResult result = index(copy, step.arguments);
    const auto took = std::chrono::steady_clock::now() - began;
    if (result.status != 0) {
        fail("ended with status " + std::to_string(result.status) + ": " + result.errors);
    } else {
        next_dictionary_ = read_user_words(copy);
    }
    fs::remove_all(copy);
    return std::chrono::duration_cast<Duration>(took);
}

bool Life::run_and_kill(Step& step, Duration patience) {
    doing_ = step.name + ", killed after " + std::to_string(patience.count()) + " us";
    const Disk before = look();
    const test::ProgramResult result = test::run_program_killed_after(
        GISA_INDEX_PROGRAM, call(archive_, step.arguments), patience
    );
    if (result.status != kKilled) {
        check_end(step, before, result);
        return false;
    }
    ++tally_.kills;
    const std::string stage_name = stage(before);
    ++tally_.stages_by_command[step.name][stage_name];
    doing_ += " (" + stage_name + ")";
    check_state(step, false);
    if (!now_.empty()) {
        const std::string words = read_user_words(archive_);
        if (words != dictionary_ && words != next_dictionary_) {
            fail("the dictionary is neither the one before nor the one that was to be set");
        }
    }
    check_sound();
    return true;
}

void Life::finish(Step& step) {
    doing_ = step.name + ", let live";
    const Disk before = look();
    check_end(step, before, index(archive_, step.arguments));
}

void Life::check_end(Step& step, const Disk& before, const test::ProgramResult& result) {
    ++tally_.runs;
    if (result.status != 0) {
        fail("ended with status " + std::to_string(result.status) + ": " + result.errors);
    }
    check_state(step, true);
    now_ = step.states.back();
    dictionary_ = read_user_words(archive_);
    if (dictionary_ != next_dictionary_) {
        fail("the dictionary is not the one that was set");
    }
    check_sound();
    if (fs::exists(archive_ / "building")) {
        fail("the work folder is left");
    }
    const Disk after = look();
    for (const auto& [segment, time] : after.segments) {
        // The readers were settled before the run: what was no published segment then, and is none
        // now, was nobody's. Others they may have used in between.
        const auto old = before.segments.find(segment);
        if (!after.published.contains(segment) && !before.published.contains(segment)
            && old != before.segments.end() && old->second == time) {
            fail("segment " + segment + " is left, and nobody used it");
        }
    }
    if (!readers_ && !now_.empty()) {
        readers_ = std::make_unique<Readers>(self_, archive_.string());
    }
}

// --- what is looked at ------------------------------------------------------------------------

void Life::check_state(Step& step, bool at_end) {
    check_readers(step);
    const State state = seen();
    const auto first = step.states.begin() + static_cast<std::ptrdiff_t>(step.reached);
    const auto found = std::find(first, step.states.end(), state);
    if (found == step.states.end()) {
        fail(
            "neither the state before nor the one after; from the one before it differs so: "
            + difference(state, *first)
            + "; from the one after so: " + difference(state, step.states.back())
        );
        return;
    }
    step.reached = static_cast<std::size_t>(found - step.states.begin());
    if (at_end && state != step.states.back()) {
        fail("is not where it should be: " + difference(state, step.states.back()));
    }
}

void Life::check_readers(const Step& step) {
    if (!readers_) {
        return;
    }
    const Observed observed = readers_->settle();
    tally_.searches += observed.searches;
    tally_.states += observed.states.size();
    for (const std::string& failure : observed.failures) {
        fail(failure);
    }
    std::map<int, std::ptrdiff_t> reached;
    for (const Observation& one : observed.states) {
        std::ptrdiff_t& at =
            reached.try_emplace(one.reader, static_cast<std::ptrdiff_t>(step.reached))
                .first->second;
        const auto found = std::find(step.states.begin() + at, step.states.end(), one.state);
        if (found == step.states.end()) {
            fail(
                "reader " + std::to_string(one.reader)
                + " saw what is neither before nor after; from the one before it differs so: "
                + difference(one.state, step.states.at(static_cast<std::size_t>(at)))
                + "; from the one after so: " + difference(one.state, step.states.back())
            );
        } else {
            at = found - step.states.begin();
        }
    }
}

void Life::check_sound() {
    if (!fs::exists(archive_ / "catalog.sqlite")) {
        return;
    }
    const test::ProgramResult result = index(archive_, {"verify", "--quiet"});
    const bool unborn =
        now_.empty() && result.errors.find("there is no archive") != std::string::npos;
    if (result.status != 0 && !unborn) {
        fail("verify finds: " + result.output + result.errors);
    }
}

State Life::seen() {
    try {
        Searcher searcher(archive_);
        State state = state_seen(searcher);
        for (const auto& [id, version] : state) {
            const std::optional<Article> article = searcher.article(id);
            if (!article || article->title != title_of(id, version)
                || article->body != body_of(id, version)) {
                fail("article " + id + " is not what was added");
            }
        }
        return state;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::ArchiveNotFound || !now_.empty()) {
            fail(std::string("cannot be searched: ") + error.what());
        }
        return {};
    }
}

Life::Disk Life::look() const {
    Disk disk;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(archive_ / "segments", none)) {
        disk.segments.emplace(entry.path().filename().string(), entry.last_write_time(none));
    }
    try {
        const ArchiveStatus status = read_status(archive_);
        for (const SegmentStatus& segment : status.segments) {
            std::string name = std::to_string(segment.number);
            name.insert(0, 6 - std::min<std::size_t>(6, name.size()), '0');
            disk.published.insert(name);
        }
        disk.last_run = status.runs.empty() ? 0 : status.runs.front().run;
    } catch (const Error&) {
        return disk;  // there is none yet; what should be there is looked at elsewhere
    }
    return disk;
}

std::string Life::stage(const Disk& before) const {
    const Disk now = look();
    if (now.last_run == before.last_run) {
        return "starting";
    }
    const ArchiveStatus status = read_status(archive_);
    if (status.runs.front().finished) {
        return "ended";
    }
    const bool building = fs::exists(archive_ / "building");
    if (now.published != before.published) {
        return building ? "building more" : "published";
    }
    if (building) {
        return "building";
    }
    const bool placed =
        std::any_of(now.segments.begin(), now.segments.end(), [&before](const auto& segment) {
            return !before.segments.contains(segment.first);
        });
    return placed ? "placed" : "storing";
}

test::ProgramResult Life::index(const fs::path& archive, const std::vector<std::string>& arguments)
    const {
    return test::run_program(GISA_INDEX_PROGRAM, call(archive, arguments));
}

void Life::fail(const std::string& what) {
    tally_.failures.push_back(doing_ + ": " + what);
}
}  // namespace gisa::crash
