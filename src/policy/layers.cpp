// A pack from its layers: laid over one another, loaded, checked; and told where it went wrong.
#include "base/text.h"
#include "policy/check.h"
#include "policy/overlay.h"

#include <algorithm>

namespace policy {
namespace {

using Layers = std::vector<Node>;
using Built = tl::expected<Loaded, base::Findings>;

/// What only an overlay can say, in a text that is laid over nothing.
class Alone {
public:
    base::Findings in(Node& root) {
        std::erase_if(root.entries, [&](const Entry& entry) {
            if (entry.key != "leave_out") return false;
            findings_.push_back({entry.place, "'leave_out' stands in a policy that is laid over no other",
                                 "add 'extends:' with the key of that policy, or leave it out", {}});
            return true;
        });
        entries(root);
        return std::move(findings_);
    }

private:
    void entries(Node& node) {
        for (auto& item : node.items) {
            std::erase_if(item.entries, [&](const Entry& entry) {
                if (entry.key != "after" || !item.find("key")) return false;
                findings_.push_back({entry.place, "'after' stands in a policy that is laid over no other",
                                     "the order is that of the list; or add 'extends:'", {}});
                return true;
            });
            entries(item);
        }
        for (auto& entry : node.entries) entries(entry.value);
    }

    base::Findings findings_;
};

base::Findings refusal(const base::Place& place, std::string what, std::string hint) {
    return {{place, std::move(what), std::move(hint), {}}};
}

base::Findings& add(base::Findings& all, base::Findings more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return all;
}

struct Whole {
    Node root;
    std::vector<Change> changes;
    base::Findings findings;
};

Whole laid_together(const Layers& layers) {
    Whole whole{layers.front(), {}, {}};
    for (std::size_t i = 1; i < layers.size(); ++i) {
        auto laid = lay_over(whole.root, layers[i]);
        if (!laid) {
            add(whole.findings, std::move(laid.error()));
            return whole;
        }
        whole.root = std::move(laid->root);
        whole.changes.insert(whole.changes.end(), laid->changes.begin(), laid->changes.end());
        add(whole.findings, std::move(laid->findings));
    }
    return whole;
}

Built loaded_from(Whole& whole) {
    auto loaded = load(whole.root);
    if (loaded) loaded->pack.changes = std::move(whole.changes);
    return loaded;
}

/// Everything that is wrong with it, so that one fault does not hide another.
Built build(const Layers& layers) {
    Layers own = layers;
    auto alone = extended_by(own.front()).empty() ? Alone().in(own.front()) : base::Findings{};
    auto whole = laid_together(own);
    add(whole.findings, std::move(alone));
    auto loaded = loaded_from(whole);
    add(whole.findings, loaded ? check(*loaded) : std::move(loaded.error()));
    if (!whole.findings.empty()) return tl::unexpected(std::move(whole.findings));
    return loaded;
}

base::Findings found_in(const Layers& layers) {
    const auto built = build(layers);
    return built ? base::Findings{} : built.error();
}

bool says(const base::Findings& findings, const base::Finding& one) {
    return std::ranges::find(findings, one) != findings.end();
}

/// Findings that are gone when a layer keeps what it leaves out are told where it leaves that out.
class Blame {
public:
    Blame(const Layers& layers, base::Findings findings) : layers_(layers), findings_(std::move(findings)) {}

    base::Findings take() && {
        for (std::size_t layer = layers_.size(); layer-- > 1;) {
            const auto* list = layers_[layer].find("leave_out");
            if (!list || list->items.empty()) continue;
            const auto without = found_in(keeping(layer, list->items.size()));
            if (!is_to_blame(layer, without)) continue;
            const auto parts = std::min(list->items.size(), parts_tried_max);
            for (std::size_t part = 0; part < parts; ++part)
                blame(layer, found_in(keeping(layer, part)), list->items[part].place, "'" + list->items[part].text + "'");
            blame(layer, without, list->place, "what is left out");
        }
        return std::move(findings_);
    }

private:
    static constexpr std::size_t parts_tried_max = 40;  // each costs a whole check

    /// The layers without one part of what a layer leaves out, or without all of it.
    Layers keeping(std::size_t layer, std::size_t part) const {
        Layers kept = layers_;
        for (auto& entry : kept[layer].entries) {
            auto& items = entry.value.items;
            if (entry.key == "leave_out" && part < items.size() && items.size() > 1)
                items.erase(items.begin() + static_cast<std::ptrdiff_t>(part));
            else if (entry.key == "leave_out") items.clear();
        }
        std::erase_if(kept[layer].entries, [](const Entry& entry) { return entry.key == "leave_out" && entry.value.items.empty(); });
        return kept;
    }

    /// Layers of one file stand below one another in it.
    bool is_of(std::size_t layer, const base::Finding& one) const {
        const auto& place = layers_[layer].place;
        const bool above_starts = layer + 1 < layers_.size() && layers_[layer + 1].place.file == place.file &&
                                  one.where.line >= layers_[layer + 1].place.line;
        return one.where.file == place.file && one.where.line >= place.line && !above_starts;
    }

    bool is_to_blame(std::size_t layer, const base::Findings& without) const {
        return std::ranges::any_of(findings_, [&](const base::Finding& one) { return !is_of(layer, one) && !says(without, one); });
    }

    void blame(std::size_t layer, const base::Findings& without, const base::Place& place, const std::string& part) {
        for (auto& one : findings_) {
            if (is_of(layer, one) || says(without, one)) continue;
            const auto below = one.where.line == 0 ? std::string{} : " (" + one.where.file + ":" + std::to_string(one.where.line) + ")";
            one = {place, "without " + part + ": " + one.what + below, "leave out what needs it too, or keep it", one.clause};
        }
    }

    const Layers& layers_;
    base::Findings findings_;
};

/// What cannot be laid together at all.
base::Findings find_missing(const Layers& layers) {
    if (layers.empty()) return refusal({}, "there is no text of a policy", "begin with 'policy:'");
    if (layers.size() > layers_max) {
        return refusal(layers[layers_max].place, "more than " + std::to_string(layers_max) + " policies are laid over one another",
                       "put some of them together");
    }
    const auto below = extended_by(layers.front());
    if (layers.size() > 1 || below.empty()) return {};
    return refusal(layers.front().find("extends")->place, "the policy '" + below + "' that it is laid over is not there",
                   "put its folder beside this one, or give --packs with the folder of both");
}

}  // namespace

tl::expected<Loaded, base::Findings> load_layers(const std::vector<Node>& layers) {
    if (auto missing = find_missing(layers); !missing.empty()) return tl::unexpected(std::move(missing));
    auto whole = laid_together(layers);
    if (!whole.findings.empty()) return tl::unexpected(std::move(whole.findings));
    return loaded_from(whole);
}

tl::expected<Loaded, base::Findings> load_checked(const std::vector<Node>& layers) {
    if (auto missing = find_missing(layers); !missing.empty()) return tl::unexpected(std::move(missing));
    auto built = build(layers);
    if (built || layers.size() == 1) return built;
    return tl::unexpected(Blame(layers, std::move(built.error())).take());
}

}  // namespace policy
