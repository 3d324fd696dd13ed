#include "cli/who_sees.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/relations.h"
#include "json/json.h"

namespace cli {
namespace {

std::string relation_in_words(gate::Relation relation) {
    switch (relation) {
        case gate::Relation::Raiser: return "raiser";
        case gate::Relation::RaisingSide: return "raising side";
        case gate::Relation::ReceivingSide: return "receiving side";
        case gate::Relation::ManagerOfSide: return "manager of a side";
        case gate::Relation::CaseRole: return "case role";
        case gate::Relation::MeetingMember: return "meeting member";
        case gate::Relation::BusinessManager: return "business manager";
        case gate::Relation::PartnershipChair: return "chair";
        case gate::Relation::DataGuardian: return "data guardian";
        case gate::Relation::Administrator: return "administrator";
        case gate::Relation::None: return "none";
    }
    return {};
}

std::string action_in_words(gate::Action action) {
    switch (action) {
        case gate::Action::SeeExistence: return "that it exists";
        case gate::Action::SeeRegisterRow: return "its row in lists and the register";
        case gate::Action::SeeOpen: return "stage, dates, duties, who acts";
        case gate::Action::SeeNarrative: return "what people wrote";
        case gate::Action::SeeIdentity: return "who the child and family are";
        case gate::Action::SeeCorrected: return "what stood there before a correction";
        case gate::Action::Act: return "act, as the policy says";
        case gate::Action::SeeReads: return "the log of reads";
        case gate::Action::Release: return "open identity for oneself";
        case gate::Action::SetExclusion: return "set exclusions";
        case gate::Action::ManageDirectory: return "keep the directory";
        case gate::Action::ManagePeople: return "keep accounts";
    }
    return {};
}

std::string when_in_words(gate::When when) {
    switch (when) {
        case gate::When::Always: return "always";
        case gate::When::OnceReleased: return "once released to them";
        case gate::When::WhileUnderWay: return "while it is open or settled";
    }
    return {};
}

json::Array rules_json() {
    json::Array rules;
    for (const auto& rule : gate::rules()) {
        rules.push_back(json::Object()
                            .set("relation", relation_in_words(rule.relation))
                            .set("action", action_in_words(rule.action))
                            .set("when", when_in_words(rule.when))
                            .set("why", std::string(rule.why)));
    }
    return rules;
}

void print_rules(std::ostream& out) {
    out << "| How they stand to it | What | When | Why |\n|---|---|---|---|\n";
    for (const auto& rule : gate::rules()) {
        out << "| " << relation_in_words(rule.relation) << " | " << action_in_words(rule.action) << " | " << when_in_words(rule.when)
            << " | " << rule.why << " |\n";
    }
}

}  // namespace

CLI::App* add_who_sees(CLI::App& app, WhoSeesArgs& args) {
    auto* command = app.add_subcommand("access", "Who may see and do what with a disagreement, as a table");
    command->add_flag("--json", args.json, "as JSON");
    command->footer("What is not in the table is denied. An exclusion beats all of it.\nExample: concordat access");
    return command;
}

int run_who_sees(const WhoSeesArgs& args, const Console& console) {
    if (args.json) console.out << json::to_text(json::Object().set("rules", rules_json())) << '\n';
    else print_rules(console.out);
    return Done;
}

}  // namespace cli
