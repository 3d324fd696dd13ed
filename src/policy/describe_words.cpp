#include "base/text.h"
#include "policy/describe.h"
#include "policy/wording.h"
#include "policy/words.h"

#include <algorithm>

namespace policy {
namespace {

/// A key of the language as people would write it: "business-manager" is "business manager".
std::string plain(std::string key) {
    std::ranges::replace(key, '-', ' ');
    std::ranges::replace(key, '_', ' ');
    return key;
}

template <class T>
std::string titled(const std::vector<T>& named, const std::string& key) {
    const auto found = std::ranges::find(named, key, &T::key);
    return found == named.end() ? std::string{} : found->title;
}

/// What people know a word of the policy by; empty where it is no key of the policy.
std::string title_of(Ask ask, const std::string& word, const Pack& pack) {
    const auto& scope = pack.scope;
    switch (ask) {
        case Ask::Standing: return titled(scope.standings.words, word);
        case Ask::Subject: return titled(scope.subjects.words, word);
        case Ask::Topic: return titled(scope.topics.words, word);
        case Ask::Kind: return titled(scope.kinds.words, word);
        case Ask::Concern: return titled(scope.concerns.words, word);
        case Ask::Decision: return titled(scope.decisions.words, word);
        case Ask::Criterion: return titled(scope.criteria.words, word);
        case Ask::Origin: return titled(scope.origins, word);
        case Ask::Priority: return titled(pack.priorities.words, word);
        case Ask::Route: return titled(pack.routes, word);
        case Ask::Stage:
        case Ask::Reached: {
            const auto* stage = find_stage(pack, word);
            return stage ? stage->label : std::string{};
        }
        case Ask::Branch:
            for (const auto& stage : pack.stages) {
                const auto title = stage.branches ? titled(stage.branches->options, word) : std::string{};
                if (!title.empty()) return title;
            }
            return {};
        default: return {};
    }
}

std::string fact_in_words(const Fact& fact, const Pack* pack) {
    const auto title = pack && !fact.key.empty() ? fact_title(fact, *pack) : std::string{};
    return title.empty() ? in_words(fact) : plain(to_word(fact.happening)) + " ('" + title + "')";
}

std::string any_of(const Condition& is, const Pack* pack) {
    std::vector<std::string> said;
    for (const auto& word : is.words) {
        const auto fact = parse_fact(word);
        const auto title = pack ? title_of(is.ask, word, *pack) : std::string{};
        if (is.ask == Ask::Happened || is.ask == Ask::Ever) said.push_back(fact ? fact_in_words(*fact, pack) : plain(word));
        else said.push_back(title.empty() ? plain(word) : "'" + title + "'");
    }
    return base::join(said, " or ");
}

std::string side_of(const Who& who, const Pack& pack, const std::string& side) {
    if (who.key.empty()) return "the " + side + " side";
    const auto* tier = find_tier(pack, who.key);
    return "the " + side + " side's " + (tier ? tier->title : plain(who.key));
}

bool is_yes(const Condition& is) {
    return std::ranges::find(is.words, "yes") != is.words.end();
}

std::string question_in_words(const Condition& is, const Pack* pack) {
    const auto words = any_of(is, pack);
    switch (is.ask) {
        case Ask::Standing: return "the standing is " + words;
        case Ask::Subject: return "it is about: " + words;
        case Ask::Topic: return "the topic is " + words;
        case Ask::Kind: return "the kind of issue is " + words;
        case Ask::Concern: return "the concern is " + words;
        case Ask::Origin: return "it arose from " + words;
        case Ask::RaiserKind: return "it was raised by a " + words;
        case Ask::RaisingSector: return "the raising agency is of sector " + words;
        case Ask::ReceivingSector: return "a receiving agency is of sector " + words;
        case Ask::Stage: return "it stands at " + words;
        case Ask::Reached: return "it has been at " + words;
        case Ask::Happened: return words + " is recorded at this stage";
        case Ask::Ever: return words + " is recorded";
        case Ask::Branch: return "the way chosen is " + words;
        case Ask::Danger:
            return is_yes(is) ? "immediate danger is declared" : "no immediate danger is declared";
        case Ask::Settled: return is_yes(is) ? "it is settled" : "it is not settled";
        case Ask::Answered: return is_yes(is) ? "it is answered" : "it is not answered";
        case Ask::Formal: return is_yes(is) ? "the stage is formal" : "the stage is informal";
        case Ask::LineEnds: return "the management line ends on the side: " + words;
        case Ask::Agencies: return words == "one" ? "one receiving agency takes part" : "several receiving agencies take part";
        case Ask::Priority: return "the priority is " + words;
        case Ask::Decision: return "the decision disputed is " + words;
        case Ask::Criterion: return "a criterion is met: " + words;
        case Ask::Against: return "it is against: " + words;
        case Ask::ReceivingKind: return "the other side is a " + words;
        case Ask::Route: return "it is on the route " + words;
    }
    return words;
}

std::string condition_in_words(const Condition& condition, const Pack* pack);

std::string parts_in_words(const std::vector<Condition>& parts, const std::string& between, const Pack* pack) {
    std::vector<std::string> said;
    for (const auto& part : parts) {
        const bool nested = part.op == Condition::Op::All || part.op == Condition::Op::Any;
        const auto words = condition_in_words(part, pack);
        said.push_back(nested ? "(" + words + ")" : words);
    }
    return base::join(said, between);
}

std::string condition_in_words(const Condition& condition, const Pack* pack) {
    switch (condition.op) {
        case Condition::Op::Is: return question_in_words(condition, pack);
        case Condition::Op::All:
            return condition.parts.empty() ? "always" : parts_in_words(condition.parts, " and ", pack);
        case Condition::Op::Any: return parts_in_words(condition.parts, " or ", pack);
        case Condition::Op::Not: return "not (" + parts_in_words(condition.parts, " and ", pack) + ")";
        case Condition::Op::AtLeast:
            return "at least " + std::to_string(condition.at_least) +
                   " of: " + parts_in_words(condition.parts, "; ", pack);
    }
    return {};
}

std::string limit_in_words(const calendar::Limit& limit, const Pack* pack) {
    const auto body = pack && limit.unit == calendar::Unit::NextMeeting ? titled(pack->bodies, limit.words) : std::string{};
    return body.empty() ? calendar::to_text(limit) : "next meeting of: " + body;
}

std::string date_in_words(const std::string& key, const Pack* pack) {
    const auto title = pack ? titled(pack->dates, key) : std::string{};
    return "'" + (title.empty() ? plain(key) : title) + "'";
}

std::string clock_in_words(const Clock& clock, const Pack* pack) {
    auto said = limit_in_words(clock.limit, pack);
    const bool one_day = clock.limit.unit == calendar::Unit::SameDay || clock.limit.unit == calendar::Unit::SameWorkingDay;
    if (calendar::is_dated(clock.limit)) said = (one_day ? "on the " : "within ") + said;
    if (!clock.from_date.empty()) said += " from the date " + date_in_words(clock.from_date, pack);
    std::vector<std::string> facts;
    for (const auto& fact : clock.from) facts.push_back(fact_in_words(fact, pack));
    if (facts.size() == 1) said += " from " + facts.front();
    if (facts.size() > 1) said += std::string(" from the ") + (clock.from_last ? "last" : "first") + " of: " + base::join(facts, ", ");
    if (clock.same_as.unit != calendar::Unit::NoneStated) said += ", declared to be as long as " + calendar::to_text(clock.same_as);
    const auto counted_by = [](const std::optional<calendar::Convention>& convention) {
        return convention ? ", counted by " + plain(word_of(*convention)) : std::string{};
    };
    said += counted_by(clock.convention);
    for (const auto& one : clock.cases) {
        said += "; " + limit_in_words(one.limit, pack) + " where " + condition_in_words(one.when, pack) + counted_by(one.convention);
    }
    for (const auto& date : clock.no_later_than) said += "; never later than the date " + date_in_words(date, pack);
    if (clock.strength != Strength::Must)
        said += clock.strength == Strength::Aim ? ", as an aim" : ", as a guide";
    if (clock.silence == Silence::Consider) said += "; then the next stage is to be considered";
    if (clock.silence == Silence::NextStage) said += "; then the next stage opens";
    return said;
}

}  // namespace

std::string in_words(const Who& who, const Pack& pack) {
    switch (who.kind) {
        case Who::Kind::Nobody: return "nobody";
        case Who::Kind::Raising: return side_of(who, pack, "raising");
        case Who::Kind::Receiving: return side_of(who, pack, "receiving");
        case Who::Kind::Both: return "both sides";
        case Who::Kind::Everyone: return "everyone who has taken part";
        case Who::Kind::Raiser: return "the person who raised it";
        case Who::Kind::CaseRole: {
            const auto* role = find_role(pack, who.key);
            return role ? role->title : plain(who.key);
        }
        case Who::Kind::Partnership: return "the partnership's " + plain(who.key);
        case Who::Kind::Above:
            return "whoever " +
                   std::string(who.key == "raiser" ? "the person who raised it"
                                                   : "the " + who.key + " side's post") +
                   " reports to";
        case Who::Kind::Author: return "whoever did so";
        case Who::Kind::RaisingAgency: return "the raising agency's " + plain(who.key);
        case Who::Kind::ReceivingAgency: return "the receiving agency's " + plain(who.key);
        case Who::Kind::AnyOf: {
            std::vector<std::string> said;
            for (const auto& part : who.parts) said.push_back(in_words(part, pack));
            return base::join(said, " or ");
        }
    }
    return {};
}

std::string in_words(const Condition& condition) {
    return condition_in_words(condition, nullptr);
}

std::string in_words(const Condition& condition, const Pack& pack) {
    return condition_in_words(condition, &pack);
}

std::string in_words(Channel channel) {
    switch (channel) {
        case Channel::FaceToFace: return "face to face";
        case Channel::Telephone: return "by telephone";
        case Channel::Writing: return "in writing";
        case Channel::Letter: return "by letter";
    }
    return {};
}

std::string in_words(const Fact& fact) {
    return plain(to_word(fact.happening)) + (fact.key.empty() ? "" : " (" + fact.key + ")");
}

std::string in_words(const Clock& clock) {
    return clock_in_words(clock, nullptr);
}

std::string in_words(const Clock& clock, const Pack& pack) {
    return clock_in_words(clock, &pack);
}

/// What the key of a fact is the key of depends on what happened.
std::string fact_title(const Fact& fact, const Pack& pack) {
    using enum Happening;
    switch (fact.happening) {
        case FormSubmitted: return titled(pack.forms, fact.key);
        case Convened:
        case Held:
        case RepresentationReceived:
        case OfferMade:
        case OfferAccepted:
        case OfferDeclined: return titled(pack.meetings, fact.key);
        case RoleNamed: return titled(pack.roles, fact.key);
        case StepTaken:
        case StepEnded: return titled(pack.steps, fact.key);
        case DateSet: return titled(pack.dates, fact.key);
        case PrioritySet: return titled(pack.priorities.words, fact.key);
        case StandingChanged: return titled(pack.scope.standings.words, fact.key);
        case Dissented: return titled(pack.scope.strengths.words, fact.key);
        case StageOpened:
        case Escalated: return title_of(Ask::Stage, fact.key, pack);
        case BranchChosen: return title_of(Ask::Branch, fact.key, pack);
        case Decided:
            for (const auto& stage : pack.stages) {
                for (const auto& decision : stage.decisions) {
                    if (const auto title = titled(decision.options, fact.key); !title.empty()) return title;
                }
            }
            return {};
        default: return {};
    }
}

std::string in_words(const Fact& fact, const Pack& pack) {
    return fact_in_words(fact, &pack);
}

std::string in_words(const calendar::Limit& limit, const Pack& pack) {
    return limit_in_words(limit, &pack);
}

std::string who_may(const Who& who, const Pack& pack) {
    return who.kind == Who::Kind::Both ? "either side" : in_words(who, pack);
}

std::string date_title(const std::string& key, const Pack& pack) {
    return date_in_words(key, &pack);
}

std::string action_in_words(const std::string& word, const Pack& pack) {
    const auto colon = word.find(':');
    if (colon == std::string::npos) return plain(word);
    const auto key = word.substr(colon + 1);
    const auto title = word.starts_with("submit_form") ? titled(pack.forms, key) : titled(pack.steps, key);
    return plain(word.substr(0, colon)) + " '" + (title.empty() ? plain(key) : title) + "'";
}

std::string in_words(const Source& source) {
    std::vector<std::string> said;
    if (!source.clause.empty()) said.push_back("clause " + source.clause);
    if (!source.reading.empty()) said.push_back("reading " + source.reading);
    return base::join(said, ", ");
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string counting_in_words(const Identity& identity) {
    auto nations = base::split(identity.calendar, '-');
    for (auto& word : nations) word = word == "and" ? word : capitalised(word);
    std::string convention(word_of(identity.convention));
    std::ranges::replace(convention, '-', ' ');
    std::ranges::replace(convention, '_', ' ');
    return "Days are counted by the calendar of " + base::join(nations, " ") + ": " + convention;
}

std::string owner_in_words(const Identity& identity) {
    const std::string the = "The ";
    return identity.owner.starts_with(the) ? "the " + identity.owner.substr(the.size()) : identity.owner;
}

}  // namespace policy
