#include "diagram/layout.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "base/ensure.h"
#include "diagram/sides.h"

namespace diagram {
namespace {

// Graphviz rounds positions to whole points: ten of them to a millimetre are fine enough.
constexpr double points_per_mm = 10;
constexpr double points_per_inch = 72;

struct CloseContext {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

// The interface of Graphviz wants text that it could change, and does not change it.
char* text(const char* constant) {
    return const_cast<char*>(constant);
}

template <class T>
void set(T* object, const char* name, const std::string& value) {
    agsafeset(object, text(name), text(value.c_str()), text(""));
}

std::string inches(double mm) {
    return std::to_string(mm * points_per_mm / points_per_inch);
}

/// On which side of the goal the other ends stand, before the chart is turned round.
enum class Ends { Left, Right };

/// One graph under the hands of Graphviz, from the chart to the positions.
class Drawing {
public:
    Drawing(const Chart& chart, Ends ends) : chart_(chart), context_(gvContext()) {
        agseterr(AGMAX);
        if (context_) graph_.reset(agopen(text("chart"), Agdirected, nullptr));
        if (!graph_) throw LayoutFault("Graphviz cannot be used: is it installed whole?");
        set(graph_.get(), "nodesep", inches(5));
        set(graph_.get(), "ranksep", inches(5));
        add_boxes();
        add_arrows();
        put_ends_beside_goal(ends);
    }

    Layout take() {
        if (gvLayout(context_.get(), graph_.get(), "dot") != 0)
            throw LayoutFault("Graphviz found no place for the boxes: is its plug-in for dot installed?");
        const auto corner = GD_bb(graph_.get()).UR;
        Layout layout{
            .width = corner.x / points_per_mm, .height = corner.y / points_per_mm, .boxes = {}, .arrows = {}};
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const auto middle = at(ND_coord(nodes_[i]), layout.height);
            const auto& box = chart_.boxes[i];
            layout.boxes.push_back({middle.x - box.width / 2, middle.y - box.height / 2});
        }
        for (auto* edge : edges_) layout.arrows.push_back(curve_of(edge, layout.height));
        gvFreeLayout(context_.get(), graph_.get());
        return layout;
    }

private:
    static Point at(const pointf& point, double height) {
        return {point.x / points_per_mm, height - point.y / points_per_mm};
    }

    void add_boxes() {
        for (const auto& box : chart_.boxes) {
            auto* node = agnode(graph_.get(), text(box.key.c_str()), 1);
            by_key_[box.key] = node;
            nodes_.push_back(node);
            set(node, "shape", "box");
            set(node, "label", "");
            set(node, "fixedsize", "true");
            set(node, "width", inches(box.width));
            set(node, "height", inches(box.height));
            if (box.in_line) set(node, "group", "ladder");
        }
    }

    void add_arrows() {
        for (const auto& arrow : chart_.arrows) {
            base::ensure(by_key_.contains(arrow.from) && by_key_.contains(arrow.to),
                         "an arrow joins two boxes");
            edges_.push_back(nullptr);
            const bool at_the_side = arrow.course == Course::Exit || arrow.course == Course::Again;
            if (at_the_side && !is_needed(arrow)) continue;
            auto* edge = agedge(graph_.get(), by_key_[arrow.from], by_key_[arrow.to],
                                text(std::to_string(edges_.size()).c_str()), 1);
            if (at_the_side)
                set(edge, "style", "invis");
            else
                edges_.back() = edge;
            if (arrow.course == Course::On) set(edge, "weight", "50");
            // What leaves stages out stands beside the stage it leads to, not between two.
            if (arrow.course == Course::Land) set(edge, "constraint", "false");
        }
    }

    void put_ends_beside_goal(Ends ends) {
        const auto goal = std::ranges::find(chart_.boxes, Look::Goal, &Box::look);
        if (goal == chart_.boxes.end()) return;
        auto* beside = agsubg(graph_.get(), text("ends"), 1);
        set(beside, "rank", "same");
        agsubnode(beside, by_key_[goal->key], 1);
        for (const auto& box : chart_.boxes) {
            if (box.look != Look::End) continue;
            agsubnode(beside, by_key_[box.key], 1);
            auto *left = by_key_[box.key], *right = by_key_[goal->key];
            if (ends == Ends::Right) std::swap(left, right);
            auto* order = agedge(graph_.get(), left, right, text(("order " + box.key).c_str()), 1);
            set(order, "style", "invis");
        }
    }

    /// An exit from where no arrow goes on keeps the end below everything.
    bool is_needed(const Arrow& arrow) const {
        const auto goes_on = [&](const Arrow& other) {
            return other.from == arrow.from && other.course == Course::On;
        };
        return arrow.course == Course::Exit && std::ranges::none_of(chart_.arrows, goes_on);
    }

    static Curve curve_of(Agedge_t* edge, double height) {
        Curve curve;
        const auto* splines = edge ? ED_spl(edge) : nullptr;
        if (!splines || splines->size == 0) return curve;
        const auto& bezier = splines->list[0];
        for (int i = 0; i < bezier.size; ++i) curve.points.push_back(at(bezier.list[i], height));
        // The curve ends where the arrowhead begins; the tip is the end of both.
        if (bezier.eflag != 0) curve.points.insert(curve.points.end(), 3, at(bezier.ep, height));
        return curve;
    }

    const Chart& chart_;
    std::unique_ptr<GVC_t, CloseContext> context_;
    std::unique_ptr<Agraph_t, CloseGraph> graph_;
    std::map<std::string, Agnode_t*> by_key_;
    std::vector<Agnode_t*> nodes_;
    std::vector<Agedge_t*> edges_;
};

std::mutex& turn() {
    static std::mutex mutex;
    return mutex;
}

}  // namespace

Layout lay_out(const Chart& chart) {
    const std::lock_guard lock(turn());
    auto layout = Drawing(chart, Ends::Left).take();
    if (is_wrong_way_round(chart, layout)) {
        layout = Drawing(chart, Ends::Right).take();
        if (is_wrong_way_round(chart, layout)) turn_round(chart, layout);
    }
    run_along_the_sides(chart, layout);
    return layout;
}

}  // namespace diagram
