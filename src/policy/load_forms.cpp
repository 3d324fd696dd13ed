// How fields, forms, sections, meetings and their members are written.
#include "policy/load_tables.h"
#include "policy/load_values.h"

namespace policy {
namespace {

const Table<Option>& option_table() {
    static const auto table = Table<Option>("option")
                                  .must("key", "Its key", key(), &Option::key)
                                  .must("title", "What people see", text(), &Option::title);
    return table;
}

const Table<Section>& section_table() {
    static const auto table =
        Table<Section>("section")
            .must("key", "Its key", key(), &Section::key)
            .must("title", "Its heading", text(), &Section::title)
            .must("owner", "Who fills it in", who(), &Section::owner)
            .must("fields", "The questions of this section", list_of(record(field_table())), &Section::fields)
            .may("if", "Only where this holds", condition(), &Section::when);
    return table;
}

const Table<Members>& members_table() {
    static const auto table = [] {
        auto rows =
            Table<Members>("member of a meeting")
                .must("key", "Its key", key(), &Members::key)
                .must("title", "Who they are, in words", text(), &Members::title)
                .may("kinds", "Kinds of post that count; any, where left out", keys(), &Members::kinds)
                .may("from", "Where they come from", one_of<Members::From>(), &Members::from)
                .may("at_least", "How many there must be; 1 where left out", number(0, 50),
                     &Members::at_least)
                .may("at_most", "How many there may be; no limit where left out", number(1, 50),
                     &Members::at_most);
        cite(rows, &Members::source);
        return rows;
    }();
    return table;
}

}  // namespace

const Table<Field>& field_table() {
    static const auto table =
        Table<Field>("field")
            .must("name", "Its name for programs", key(), &Field::name)
            .must("label", "The question people see", text(), &Field::label)
            .may("hint", "Help under the question", text(), &Field::hint)
            .may("kind", "What kind of answer; text where left out", one_of<FieldKind>(), &Field::kind)
            .may("required", "Whether it must be answered", yes_no(), &Field::required)
            .may("options", "What can be chosen, for one_of and many_of", list_of(record(option_table())),
                 &Field::options)
            .may("if", "Asked only where this holds", condition(), &Field::when)
            .may("privacy", "Whom an answer could harm; narrative where left out", one_of<Privacy>(),
                 &Field::privacy)
            .may("max", "Longest answer in bytes; 4000 where left out", number(1, 100'000), &Field::max)
            .may("prefill", "A known answer that the form starts from", key(), &Field::prefill);
    return table;
}

const Table<Form>& form_table() {
    static const auto table = [] {
        auto rows =
            Table<Form>("form")
                .must("key", "Its key", key(), &Form::key)
                .must("title", "Its title", text(), &Form::title)
                .must("filled_by", "Who answers for it", who(), &Form::filled_by)
                .may("sent_to", "Who gets it", list_of(who()), &Form::sent_to)
                .must("sections", "Its parts", list_of(record(section_table())), &Form::sections)
                .may("exactly_one_of", "Sections of which one applies", list_of(keys()),
                     &Form::exactly_one_of)
                .may("child_details", "No: it refuses whatever names the child or family", yes_no(),
                     &Form::child_details)
                .may("grows", "Handed in again with more of it at later stages", yes_no(), &Form::grows)
                .may("dated_actions", "So many actions can be planned in it, each with an owner and a date",
                     number(1, 20), &Form::dated_actions);
        cite(rows, &Form::source);
        return rows;
    }();
    return table;
}

const Table<Meeting>& meeting_table() {
    static const auto table = [] {
        auto rows =
            Table<Meeting>("meeting")
                .must("key", "Its key", key(), &Meeting::key)
                .must("title", "Its name", text(), &Meeting::title)
                .must("convenor", "Who calls it", who(), &Meeting::convenor)
                .may("effect", "What it can do; advises where left out", one_of<Meeting::Effect>(),
                     &Meeting::effect)
                .may("offered", "The sides may decline it", yes_no(), &Meeting::offered)
                .may("members", "Who must be there", list_of(record(members_table())), &Meeting::members)
                .may("concerned_where_possible", "Each agency concerned is there, or a reason is given",
                     yes_no(), &Meeting::concerned_where_possible)
                .may("widen_for_concerned", "at_most gives way where more agencies are concerned", yes_no(),
                     &Meeting::widen_for_concerned)
                .may("never_acted_before", "Nobody who has acted on a side", yes_no(),
                     &Meeting::never_acted_before)
                .may("never_junior", "Nobody below the person whose decision is disputed", yes_no(),
                     &Meeting::never_junior);
        cite(rows, &Meeting::source);
        return rows;
    }();
    return table;
}

}  // namespace policy
