// Forms that somebody fills in and sends, fields that can be answered, meetings that can be held.
#include "policy/check_report.h"
#include "policy/house_questions.h"

#include <algorithm>
#include <map>
#include <set>

namespace policy {
namespace {

class Papers {
public:
    Papers(const Pack& pack, Report& report) : pack_(pack), report_(report) {}

    void forms() const {
        for (std::size_t i = 0; i < pack_.forms.size(); ++i) {
            const auto& form = pack_.forms[i];
            const Subject subject{"/forms/" + std::to_string(i), "form '" + form.key + "'",
                                  form.source.clause};
            const auto asks = [&](const DutyRule& rule) {
                return rule.what == What::CompleteForm && rule.form == form.key;
            };
            const bool addendum = pack_.agree_to_differ && pack_.agree_to_differ->form == form.key;
            if (!addendum && !any_duty(asks)) {
                report_.wrong(subject, "nobody fills it in: no duty asks for it",
                              "add a duty with 'what: complete_form'");
            }
            field_names(subject, form);
            choices(subject, form);
            if (!form.child_details) child_details(subject, form);
        }
    }

    void meetings() const {
        for (std::size_t i = 0; i < pack_.meetings.size(); ++i) {
            const auto& meeting = pack_.meetings[i];
            const Subject subject{"/meetings/" + std::to_string(i), "meeting '" + meeting.key + "'",
                                  meeting.source.clause};
            const auto uses = [&](const Stage& stage) { return holds(stage.meetings, meeting.key); };
            if (std::ranges::none_of(pack_.stages, uses)) {
                report_.wrong(subject, "no stage uses it", "list it under 'meetings' of a stage");
            }
            const auto offers = [&](const DutyRule& rule) {
                return rule.what == What::Offer && rule.meeting == meeting.key;
            };
            if (meeting.offered && !any_duty(offers)) {
                report_.wrong(subject.part("offered"), "nobody owes the offer",
                              "add a duty with 'what: offer'");
            }
            members(subject, meeting);
        }
    }

    void duty(const Subject& subject, const DutyRule& rule) const {
        const auto* meeting = find_meeting(pack_, rule.meeting);
        if (!meeting) return;
        if (rule.what == What::Offer && !meeting->offered) {
            report_.wrong(subject.part("meeting"), "the meeting is not one that is offered",
                          "add 'offered: yes' to it, or convene it");
        }
        if (subject.stage && !holds(subject.stage->meetings, rule.meeting)) {
            report_.wrong(subject.part("meeting"), "that meeting cannot be convened at this stage",
                          "list it under 'meetings' of the stage");
        }
    }

    void field(const Subject& subject, const Field& field) const {
        const bool choice = field.kind == FieldKind::OneOf || field.kind == FieldKind::ManyOf;
        if (choice && field.options.empty())
            report_.wrong(subject, "there is nothing to choose from", "add 'options'");
        if (!choice && !field.options.empty()) {
            report_.wrong(subject.part("options"), "nothing is chosen in a field of this kind",
                          "let 'kind' be one_of or many_of");
        }
        if (field.max < 1)
            report_.wrong(subject.part("max"), "no answer is short enough for it", "let 'max' be 1 at least");
    }

private:
    static bool holds(const std::vector<std::string>& keys, const std::string& key) {
        return std::ranges::find(keys, key) != keys.end();
    }

    bool any_duty(const std::function<bool(const DutyRule&)>& is_wanted) const {
        const auto in_stage = [&](const Stage& stage) {
            return std::ranges::any_of(stage.duties, is_wanted);
        };
        return std::ranges::any_of(pack_.duties, is_wanted) || std::ranges::any_of(pack_.stages, in_stage);
    }

    void field_names(const Subject& form, const Form& of) const {
        std::map<std::string, std::string> seen;
        for (std::size_t i = 0; i < of.sections.size(); ++i) {
            const auto& section = of.sections[i];
            for (std::size_t k = 0; k < section.fields.size(); ++k) {
                const auto [first, is_new] = seen.emplace(section.fields[k].name, section.key);
                if (is_new) continue;
                report_.wrong(form.part("sections").part(i).part("fields").part(k),
                              "the field '" + section.fields[k].name + "' stands twice, first in section '" +
                                  first->second + "'",
                              "give one of them another name");
            }
        }
    }

    void choices(const Subject& form, const Form& of) const {
        std::set<std::string> taken;
        for (std::size_t i = 0; i < of.exactly_one_of.size(); ++i) {
            const auto subject = form.part("exactly_one_of").part(i);
            if (of.exactly_one_of[i].size() < 2) {
                report_.wrong(subject, "one of a single section is no choice", "name two sections at least");
            }
            for (const auto& key : of.exactly_one_of[i]) {
                const bool known = std::ranges::find(of.sections, key, &Section::key) != of.sections.end();
                if (!known)
                    report_.wrong(subject, "there is no section '" + key + "' in it",
                                  "name its own sections");
                if (!taken.insert(key).second) {
                    report_.wrong(subject, "section '" + key + "' stands in two choices",
                                  "a section belongs to one choice");
                }
            }
        }
    }

    void child_details(const Subject& form, const Form& of) const {
        for (std::size_t i = 0; i < of.sections.size(); ++i) {
            const auto& fields = of.sections[i].fields;
            for (std::size_t k = 0; k < fields.size(); ++k) {
                const bool names_child =
                    fields[k].privacy == Privacy::Identity || fields[k].prefill.starts_with("child_");
                if (!names_child) continue;
                report_.wrong(form.part("sections").part(i).part("fields").part(k),
                              "the form refuses details of the child, and the field '" + fields[k].name +
                                  "' asks for them",
                              "take the field out, or let 'child_details' be yes");
            }
        }
    }

    void members(const Subject& meeting, const Meeting& of) const {
        bool limited = false;
        for (std::size_t i = 0; i < of.members.size(); ++i) {
            const auto& member = of.members[i];
            limited = limited || member.at_most > 0;
            if (member.at_most == 0 || member.at_most >= member.at_least) continue;
            report_.wrong(meeting.part("members").part(i),
                          "'" + member.key + "' can never be complete: at most " +
                              std::to_string(member.at_most) + " and at least " +
                              std::to_string(member.at_least),
                          "let 'at_most' be no less than 'at_least'");
        }
        std::size_t wanted = 0;
        for (const auto& member : of.members) wanted += static_cast<std::size_t>(member.at_least);
        if (wanted > posts_named_max) {
            report_.wrong(meeting.part("members"), "it can never be complete: it needs " + std::to_string(wanted) + " members, each of whom counts once, and " +
                              std::to_string(posts_named_max) + " can be named",
                          "ask for fewer");
        }
        if (of.widen_for_concerned && !limited) {
            report_.wrong(meeting.part("widen_for_concerned"), "there is no 'at_most' that could give way",
                          "leave it out, or limit the members");
        }
    }

    const Pack& pack_;
    Report& report_;
};

}  // namespace

void check_papers(const Pack& pack, Report& report) {
    const Papers papers(pack, report);
    papers.forms();
    papers.meetings();
    Visitor visitor;
    visitor.duty = [&](const Subject& subject, const DutyRule& rule) { papers.duty(subject, rule); };
    visitor.field = [&](const Subject& subject, const Field& field) { papers.field(subject, field); };
    walk(pack, visitor);
}

}  // namespace policy
