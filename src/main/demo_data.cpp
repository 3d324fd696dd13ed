#include "main/demo_data.h"

#include "base/ensure.h"
#include "main/demo_files.h"
#include "policy/load_values.h"
#include "yaml/parse.h"

namespace program::demo {
namespace {

using policy::Loading;
using policy::Node;
using policy::Reader;
using policy::Table;
using policy::text;

/// A value may be one text or a list of texts.
Reader<std::vector<std::string>> texts() {
    auto reader = policy::list_of(text());
    reader.read = [list = reader.read](const Node& node,
                                       Loading& loading) -> std::optional<std::vector<std::string>> {
        if (node.kind != Node::Kind::Scalar) return list(node, loading);
        const auto* words = policy::find_text(node, loading);
        return words ? std::optional(std::vector{*words}) : std::nullopt;
    };
    return reader;
}

/// From free names to what `each` reads.
template <class V>
Reader<std::map<std::string, V>> map_of(Reader<V> each) {
    return {each.shape,
            [each](const Node& node, Loading& loading) -> std::optional<std::map<std::string, V>> {
                if (!loading.is(node, Node::Kind::Map, "a map")) return std::nullopt;
                std::map<std::string, V> found;
                for (const auto& entry : node.entries) {
                    const Loading::Step step(loading, entry.key, entry.value.place);
                    if (auto value = each.read(entry.value, loading)) found[entry.key] = std::move(*value);
                }
                return found;
            }};
}

Reader<policy::Answers> answers() {
    const auto map = map_of(texts());
    return {map.shape, [map](const Node& node, Loading& loading) -> std::optional<policy::Answers> {
                auto values = map.read(node, loading);
                return values ? std::optional(policy::Answers{std::move(*values)}) : std::nullopt;
            }};
}

const Table<Post>& post_table() {
    static const auto table = Table<Post>("post")
                                  .must("key", "Its key in its agency", text(), &Post::key)
                                  .must("kind", "Kind of post", text(), &Post::kind)
                                  .must("title", "As its agency calls it", text(), &Post::title)
                                  .may("team", "Team or locality", text(), &Post::team)
                                  .may("reports_to", "The post above it", text(), &Post::reports_to)
                                  .may("deputy", "The post whose holder deputises", text(), &Post::deputy)
                                  .may("vacant", "Nobody holds it", policy::yes_no(), &Post::vacant);
    return table;
}

const Table<Agency>& agency_table() {
    static const auto table =
        Table<Agency>("agency")
            .must("key", "Its key", text(), &Agency::key)
            .may("name", "Its name, plainly invented", text(), &Agency::name)
            .may("sector", "Its sector", text(), &Agency::sector)
            .must("posts", "Its posts", policy::list_of(policy::record(post_table())), &Agency::posts);
    return table;
}

const Table<Child>& child_table() {
    static const auto table = Table<Child>("child")
                                  .must("name", "An invented name", text(), &Child::name)
                                  .may("age", "In years", policy::number(0, 18), &Child::age);
    return table;
}

const Table<Step>& step_table() {
    static const auto table =
        Table<Step>("step")
            .must("at", "Working days before today, and a time", text(), &Step::at)
            .may("who", "Who does it", text(), &Step::who)
            .must("does", "What they do", text(), &Step::does)
            .may("about", "What it is about", text(), &Step::about)
            .may("on_behalf_of", "The post whose words are entered", text(), &Step::on_behalf_of)
            .may("with", "Answers", answers(), &Step::with)
            .may("except", "Rules of duties that are left undone", texts(), &Step::except);
    return table;
}

const Table<Story>& story_table() {
    static const auto table =
        Table<Story>("story")
            .must("story", "What it tells", text(), &Story::title)
            .must("raiser", "The post that raises it", text(), &Story::raiser)
            .must("to", "Whose decision it is about", texts(), &Story::to)
            .may("child", "Whom it is about", policy::record(child_table()), &Story::child)
            .must("with", "What raising is answered with", answers(), &Story::with)
            .must("steps", "What happens", policy::list_of(policy::record(step_table())), &Story::steps);
    return table;
}

const Table<Partnership>& partnership_table() {
    static const auto table =
        Table<Partnership>("partnership")
            .must("key", "Its key", policy::key(), &Partnership::key)
            .must("name", "Its name, plainly invented", text(), &Partnership::name)
            .must("pack", "Key of its policy", policy::key(), &Partnership::pack)
            .must("administrator", "Their name", text(), &Partnership::administrator)
            .must("data_guardian", "Their name", text(), &Partnership::data_guardian)
            .may("meetings", "Of bodies, working days from today",
                 map_of(policy::list_of(policy::number(1, 250))), &Partnership::meetings)
            .must("agencies", "Who is there", policy::list_of(policy::record(agency_table())),
                  &Partnership::agencies)
            .must("stories", "What happened", policy::list_of(policy::record(story_table())),
                  &Partnership::stories);
    return table;
}

const Table<Words>& words_table() {
    static const auto table =
        Table<Words>("words")
            .must("given_names", "Invented", texts(), &Words::given_names)
            .must("family_names", "Invented", texts(), &Words::family_names)
            .must("texts", "Answers by action and field, or field", map_of(texts()), &Words::texts)
            .must("days", "Working days from the day of asking, by field", map_of(policy::number(0, 60)),
                  &Words::days);
    return table;
}

[[noreturn]] void give_up(const base::Findings& findings) {
    std::string all = "the demo's own files:";
    for (const auto& finding : findings) all += "\n" + base::to_text(finding);
    throw base::Bug(all);
}

template <class T>
T read(const File& file, const Table<T>& table) {
    const auto tree = yaml::parse(file.text, std::string(file.name));
    if (!tree) give_up(tree.error());
    Loading loading;
    auto value = table.read(*tree, loading);
    if (!value || !loading.findings.empty()) give_up(loading.findings);
    return std::move(*value);
}

constexpr std::string_view words_file = "words.yaml";

}  // namespace

Words read_words() {
    for (const auto& file : files()) {
        if (file.name == words_file) return read(file, words_table());
    }
    throw base::Bug("the demo has no words");
}

std::vector<Partnership> read_partnerships() {
    std::vector<Partnership> all;
    for (const auto& file : files()) {
        if (file.name != words_file) all.push_back(read(file, partnership_table()));
    }
    return all;
}

}  // namespace program::demo
