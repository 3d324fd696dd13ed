// Builds our tree from the events of yaml-cpp, and notes what a pack may not contain.
#pragma once
#include "base/finding.h"
#include "policy/source_tree.h"

#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

namespace yaml {

class TreeBuilder : public YAML::EventHandler {
public:
    /// The text is only used to tell columns in characters; it outlives the builder.
    TreeBuilder(std::string_view text, std::string file);

    void wrong(const YAML::Mark&, std::string what, std::string hint = {});

    /// Nothing after this point is worth reading.
    bool is_given_up() const { return given_up_; }

    /// The tree of the one document, or everything that was wrong.
    tl::expected<policy::Node, base::Findings> finish();

    void OnDocumentStart(const YAML::Mark&) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override;
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override;
    void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override;
    void OnSequenceEnd() override { leave(); }
    void OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value) override;
    void OnMapEnd() override { leave(); }

private:
    /// A map or list being built; in a map, keys and values come by turns.
    struct Level {
        policy::Node node;
        std::string key;
        base::Place key_place;
        bool has_key = false;
        std::map<std::string, int> lines;    // of the keys so far
    };

    void check_marks(const YAML::Mark&, const std::string& tag, YAML::anchor_t);
    void enter(const YAML::Mark&, policy::Node::Kind);
    void leave();
    void take(policy::Node);
    void take_key(Level&, const policy::Node&);
    base::Place place_of(const YAML::Mark&);
    bool is_closed(const YAML::Mark& quote) const;

    std::vector<std::string_view> lines_;
    std::string file_;
    std::size_t line_ = 0;                   // where the last mark was: the next one is as a rule a little further on
    std::size_t byte_ = 0;
    int column_ = 1;
    std::vector<Level> levels_;
    std::size_t too_deep_ = 0;
    int documents_ = 0;
    YAML::Mark last_quote_ = YAML::Mark::null_mark();
    bool given_up_ = false;
    policy::Node root_;
    base::Findings findings_;
};

}  // namespace yaml
