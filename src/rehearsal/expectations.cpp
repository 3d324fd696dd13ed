#include "rehearsal/expectations.h"

#include "base/text.h"
#include "calendar/local_time.h"
#include "policy/words.h"

#include <algorithm>

namespace rehearsal {
namespace {

using disagreement::Duty;
using Differences = std::vector<std::pair<base::Place, std::string>>;

std::string in_words(const Duty& duty, const std::string& zone) {
    return "owed by " + duty.owner.get() + ", due " + due_of(duty, zone) + ", " +
           disagreement::to_word(duty.state) + (duty.overdue ? ", overdue" : "");
}

bool is_as(const Duty& duty, const ExpectedDuty& expected, const std::string& zone) {
    if (!expected.owner.empty() && duty.owner.get() != expected.owner) return false;
    if (!expected.due.empty() && due_of(duty, zone) != expected.due) return false;
    if (!expected.state.empty() && disagreement::to_word(duty.state) != expected.state) return false;
    return expected.overdue.empty() || duty.overdue == (expected.overdue == "yes");
}

void check_duties(const Expectation& expect, const disagreement::Duties& duties, const std::string& zone, Differences& found) {
    for (const auto& expected : expect.duties) {
        std::vector<std::string> such;
        bool met = false;
        for (const auto& duty : duties) {
            if (duty.rule != expected.rule) continue;
            met = met || is_as(duty, expected, zone);
            such.push_back(in_words(duty, zone));
        }
        if (met) continue;
        if (such.empty()) found.emplace_back(expected.written.place, "there is no duty '" + expected.rule + "'");
        else found.emplace_back(expected.written.place, "duty '" + expected.rule + "' is otherwise: " + base::join(such, "; "));
    }
    for (std::size_t i = 0; i < expect.no_duties.size(); ++i) {
        const auto& rule = expect.no_duties[i];
        for (const auto& duty : duties) {
            if (duty.rule == rule && disagreement::is_open(duty)) found.emplace_back(expect.written.at("no_duties", i), "duty '" + rule + "' is open: " + in_words(duty, zone));
        }
    }
}

void check_permissions(const Expectation& expect, const disagreement::Permissions& permissions, Differences& found) {
    const auto allowed = [&](const std::string& word) {
        return std::ranges::any_of(permissions.permitted, [&](const auto& p) {
            const auto action = disagreement::to_word(p.action);
            // A duty has the id "rule@revision", and scenarios say its rule.
            return action == word || action + " " + p.key == word || action + " " + p.key.substr(0, p.key.find('@')) == word;
        });
    };
    for (std::size_t i = 0; i < expect.permitted.size(); ++i) {
        const auto& word = expect.permitted[i];
        if (allowed(word)) continue;
        std::string why;
        for (const auto& no : permissions.not_permitted) {
            if (disagreement::to_word(no.action) == base::split(word, ' ').front()) why = ": " + no.why;
        }
        found.emplace_back(expect.written.at("permitted", i), "'" + word + "' is not permitted" + why);
    }
    for (const auto& expected : expect.not_permitted) {
        if (allowed(expected.action)) {
            found.emplace_back(expected.written.place, "'" + expected.action + "' is permitted");
            continue;
        }
        bool met = expected.why.empty() && expected.clause.empty();
        std::vector<std::string> said;
        for (const auto& no : permissions.not_permitted) {
            if (disagreement::to_word(no.action) != base::split(expected.action, ' ').front()) continue;
            const bool why = base::lower(no.why).find(base::lower(expected.why)) != std::string::npos;
            met = met || (why && (expected.clause.empty() || no.clause == expected.clause));
            said.push_back("\"" + no.why + "\"" + (no.clause.empty() ? "" : " [clause " + no.clause + "]"));
        }
        if (met) continue;
        found.emplace_back(expected.written.place, "'" + expected.action + "' is not permitted" +
                                                       (said.empty() ? ", and no reason is given: it has no place here" : " for another reason: " + base::join(said, ", ")));
    }
}

void check_seats(const Expectation& expect, const disagreement::State& state, Differences& found) {
    const auto* visit = disagreement::find_last_visit(state);
    if (!expect.seats || !visit) return;
    if (!expect.seats->raising.empty() && visit->raising.post.get() != expect.seats->raising) {
        found.emplace_back(expect.seats->written.at("raising"), "for the raising side acts " + visit->raising.post.get() + " (" + visit->raising.why + ")");
    }
    for (const auto& wanted : expect.seats->receiving) {
        std::vector<std::string> sitting;
        for (const auto& [agency, seat] : visit->receiving) sitting.push_back(seat.post.get());
        if (std::ranges::find(sitting, wanted) == sitting.end()) {
            found.emplace_back(expect.seats->written.at("receiving"), "for the receiving side act " + base::join(sitting, ", "));
        }
    }
}

void check_notices(const Expectation& expect, const std::vector<disagreement::Telling>& told, Differences& found) {
    for (const auto& expected : expect.notices) {
        const bool met = std::ranges::any_of(told, [&](const auto& telling) {
            return telling.to.get() == expected.to && (expected.rule.empty() || telling.rule == expected.rule) &&
                   (expected.profile.empty() || policy::word_of(telling.profile) == expected.profile) &&
                   (expected.leaves_out.empty() || telling.leaves_out == expected.leaves_out);
        });
        if (met) continue;
        std::vector<std::string> all;
        for (const auto& telling : told) all.push_back(telling.to.get() + " (" + telling.rule + ")");
        found.emplace_back(expected.written.place, "'" + expected.to + "' is not told so; " + (all.empty() ? "nobody is told anything here" : "told are: " + base::join(all, ", ")));
    }
}

}  // namespace

std::string due_of(const disagreement::Duty& duty, const std::string& zone) {
    if (!duty.due) return "none";
    return duty.due->date_only ? calendar::to_iso(duty.due->date) : calendar::to_iso_local(duty.due->at, zone);
}

std::vector<std::pair<base::Place, std::string>> differences(const Expectation& expect,
                                                             const disagreement::State& state,
                                                             const disagreement::Duties& duties,
                                                             const disagreement::Permissions& permissions,
                                                             const std::vector<disagreement::Telling>& told,
                                                             const std::string& zone) {
    Differences found;
    const auto* visit = disagreement::find_last_visit(state);
    const auto compare = [&](const std::string& key, const std::string& wanted, const std::string& is, const std::string& what) {
        if (!wanted.empty() && wanted != is) found.emplace_back(expect.written.at(key), what + " '" + is + "', not '" + wanted + "'");
    };
    compare("phase", expect.phase, disagreement::to_word(state.phase), "the phase is");
    if (visit) compare("stage", expect.stage, visit->stage, "the stage is");
    else if (!expect.stage.empty() || expect.seats) found.emplace_back(expect.written.at("stage"), "it stands at no stage: nothing has been raised yet");
    compare("move", expect.move, disagreement::to_word(disagreement::whose_move(duties)), "it is the move of");
    check_seats(expect, state, found);
    check_duties(expect, duties, zone, found);
    check_permissions(expect, permissions, found);
    check_notices(expect, told, found);
    return found;
}

}  // namespace rehearsal
