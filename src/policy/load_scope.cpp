// How a pack says whom and what it is for.
#include "policy/load_tables.h"
#include "policy/load_values.h"

namespace policy {

const Table<Word>& word_table() {
    static const auto table = [] {
        auto rows = Table<Word>("word of a list")
                        .must("key", "Its key", key(), &Word::key)
                        .must("title", "What people see", text(), &Word::title);
        cite(rows, &Word::source);
        return rows;
    }();
    return table;
}

namespace {

const Table<WordList>& word_list_table() {
    static const auto table = [] {
        auto rows = Table<WordList>("list of words")
                        .may("words", "The entries", list_of(record(word_table())), &WordList::words)
                        .may("open", "Another one, in words, is allowed", yes_no(), &WordList::open);
        cite(rows, &WordList::source);
        return rows;
    }();
    return table;
}

const Table<Origin>& origin_table() {
    static const auto table = [] {
        auto rows = Table<Origin>("origin")
                        .must("key", "Its key", key(), &Origin::key)
                        .must("title", "What people see", text(), &Origin::title)
                        .may("must_affirm", "What the person who starts must be able to say", text(),
                             &Origin::must_affirm);
        cite(rows, &Origin::source);
        return rows;
    }();
    return table;
}

const Table<Exclusion>& exclusion_table() {
    static const auto table = [] {
        auto rows = Table<Exclusion>("exclusion")
                        .must("key", "Its key", key(), &Exclusion::key)
                        .must("question", "What is asked at the start", text(), &Exclusion::question)
                        .must("go_to", "Where to go instead", text(), &Exclusion::go_to);
        cite(rows, &Exclusion::source);
        return rows;
    }();
    return table;
}

struct OwnAgency {
    bool in_scope = false;
    Source source;
};

const Table<OwnAgency>& own_agency_table() {
    static const auto table = [] {
        auto rows = Table<OwnAgency>("rule on the own agency")
                        .must("in_scope", "Whether a disagreement inside one agency may be raised", yes_no(),
                              &OwnAgency::in_scope);
        cite(rows, &OwnAgency::source);
        return rows;
    }();
    return table;
}

struct OwnAgencyOf {
    Scope& scope;
    OwnAgencyOf& operator=(OwnAgency&& read) {
        scope.own_agency = read.in_scope;
        scope.own_agency_source = std::move(read.source);
        return *this;
    }
};

}  // namespace

const Table<Scope>& scope_table() {
    static const auto words = record(word_list_table());
    static const auto table =
        Table<Scope>("scope")
            .may("whom", "Whom it is about: child where left out", one_of<Whom>(), &Scope::whom)
            .may("subjects", "Kinds of subject: a child, an unborn child", words, &Scope::subjects)
            .may("standings", "Where the child stands: early help, child protection", words,
                 &Scope::standings)
            .may("topics", "What disagreements are about", words, &Scope::topics)
            .may("kinds", "Kinds of issue", words, &Scope::kinds)
            .may("concerns", "Whether a decision, practice or a practitioner is at issue", words,
                 &Scope::concerns)
            .may("decisions", "The decision that is disputed", words, &Scope::decisions)
            .may("criteria", "What may speak for raising it, of which several can be met", words, &Scope::criteria)
            .may("strengths", "How strongly dissent is held", words, &Scope::strengths)
            .may("origins", "Where it arose, when that carries a condition", list_of(record(origin_table())),
                 &Scope::origins)
            .may("exclusions", "What it is not for, and where to go instead",
                 list_of(record(exclusion_table())), &Scope::exclusions)
            .must("own_agency", "Whether a disagreement inside one agency is in scope",
                  record(own_agency_table()), [](Scope& scope) { return OwnAgencyOf{scope}; })
            .may("guidance", "What is said where a person starts; never a bar", list_of(record(word_table())),
                 &Scope::guidance);
    return table;
}

}  // namespace policy
