#include "cli/serve.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/packs.h"
#include "policy/load_values.h"
#include "yaml/parse.h"

namespace cli {
namespace {

using policy::Node;

const policy::Table<Settings>& settings_table() {
    static const auto table =
        policy::Table<Settings>("configuration")
            .may("data", "Data folder", policy::text(), &Settings::data)
            .may("listen", "Address and port to listen on", policy::text(), &Settings::listen)
            .may("public_address", "How browsers reach the service, https:// and its name", policy::text(),
                 &Settings::public_address)
            .may("trusted_proxy", "Whether a proxy in front ends TLS", policy::yes_no(),
                 &Settings::trusted_proxy)
            .may("workers", "Requests worked on at once", policy::number(1, 64), &Settings::workers)
            .may("session_idle_minutes", "Signed out after so long without a request", policy::number(1, 720),
                 &Settings::session_idle_minutes)
            .may("session_absolute_hours", "Signed out after so long", policy::number(1, 24),
                 &Settings::session_absolute_hours);
    return table;
}

/// "session_idle_minutes" → "CONCORDAT_SESSION_IDLE_MINUTES".
std::string variable_of(const std::string& key) {
    std::string name = "CONCORDAT_" + key;
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return name;
}

/// The later word holds.
void say(Node& settings, const std::string& key, const std::string& value, const std::string& where) {
    if (value.empty()) return;
    const base::Place place{where};
    std::erase_if(settings.entries, [&](const auto& entry) { return entry.key == key; });
    settings.entries.push_back({key, place, Node{.text = value, .quoted = true, .place = place}});
}

bool is_only_comments(const std::string& text) {
    return std::ranges::all_of(base::split(text, '\n'), [](const std::string& line) {
        const auto words = base::trimmed(line);
        return words.empty() || words.starts_with('#');
    });
}

tl::expected<Node, base::Findings> from_file(const std::string& file) {
    const Node nothing{.kind = Node::Kind::Map};
    if (file.empty()) return nothing;
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    return is_only_comments(*text) ? nothing : yaml::parse(*text, file);
}

bool is_loopback(const std::string& listen) {
    return listen.starts_with("127.") || listen.starts_with("localhost:") || listen.starts_with("[::1]:");
}

base::Finding unsafe(const Node& settings, const std::string& key, std::string what, std::string hint) {
    const auto* said = settings.find(key);
    return {said ? said->place : base::Place{}, std::move(what), std::move(hint), {}};
}

base::Findings check(const Settings& settings, const Node& tree) {
    base::Findings findings;
    if (settings.data.empty()) {
        findings.push_back(
            unsafe(tree, "data", "there is no data folder",
                   "say --data DIR, set CONCORDAT_DATA, or write 'data:' in the configuration"));
    }
    if (settings.listen.find(':') == std::string::npos) {
        findings.push_back(unsafe(tree, "listen", "'" + settings.listen + "' is not an address and a port",
                                  "write it like 127.0.0.1:8080 or [::1]:8080"));
        return findings;
    }
    if (!is_loopback(settings.listen) && !settings.trusted_proxy) {
        findings.push_back(
            unsafe(tree, "listen",
                   "'" + settings.listen + "' can be reached from other machines, and there is no TLS",
                   "listen on 127.0.0.1 or [::1], or put a proxy that ends TLS in front and set "
                   "'trusted_proxy: yes'"));
    }
    if (settings.trusted_proxy && !settings.public_address.starts_with("https://")) {
        findings.push_back(
            unsafe(tree, "public_address",
                   "behind a proxy the address that browsers use must be known, and begin with https://",
                   "set 'public_address: https://escalation.example.org'"));
    }
    const bool is_web = settings.public_address.starts_with("https://") || settings.public_address.starts_with("http://");
    if (!settings.public_address.empty() && !settings.trusted_proxy && !is_web) {
        findings.push_back(unsafe(tree, "public_address",
                                  "'" + settings.public_address + "' is not an address that a browser opens",
                                  "let it begin with https://, or http:// on this machine alone"));
    }
    if (settings.public_address.ends_with('/')) {
        findings.push_back(unsafe(tree, "public_address",
                                  "'" + settings.public_address + "' ends with a slash",
                                  "leave the slash out"));
    }
    return findings;
}

}  // namespace

bool is_setting(const std::string& variable) {
    const auto& keys = settings_table().shape().keys;
    return variable == "CONCORDAT_CONFIG" || std::ranges::any_of(keys, [&](const auto& key) { return variable_of(key.key) == variable; });
}

CLI::App* add_serve_command(CLI::App& app, ServeArgs& args) {
    auto* command = app.add_subcommand(
        "serve", "The service: pages in the browser, on a data folder that is made where it is missing");
    command->add_option("--data", args.data, "Data folder")->type_name("DIR");
    command
        ->add_option("--listen", args.listen,
                     "Address and port (default 127.0.0.1:8080); port 0 picks a free one")
        ->type_name("ADDR:PORT");
    command->add_option("--config", args.config, "Configuration file, YAML (or CONCORDAT_CONFIG)")
        ->envname("CONCORDAT_CONFIG")
        ->type_name("FILE");
    std::string keys = "What the command line does not say comes from the environment, then from the file:\n";
    for (const auto& key : settings_table().shape().keys) {
        keys += "  " + key.key + "  (" + variable_of(key.key) + ")  " + key.about + ": " +
                policy::in_words(key.shape) + "\n";
    }
    command->footer(keys +
                    "One line on standard output says when it is ready. SIGTERM and SIGINT finish what is "
                    "under way, then\n"
                    "it ends with status 0. The folder belongs to one service at a time.\n"
                    "Examples:\n"
                    "  concordat serve --data data\n"
                    "  concordat serve --config /etc/concordat.yaml");
    return command;
}

tl::expected<Settings, base::Findings> read_settings(const ServeArgs& args, const Environment& environment) {
    auto tree = from_file(args.config);
    if (!tree) return tl::unexpected(tree.error());
    for (const auto& key : settings_table().shape().keys) {
        const std::string variable = variable_of(key.key);
        say(*tree, key.key, environment(variable), variable);
    }
    say(*tree, "data", args.data, "--data");
    say(*tree, "listen", args.listen, "--listen");
    if (tree->kind == Node::Kind::Map && tree->entries.empty()) return tl::unexpected(check({}, *tree));

    policy::Loading loading;
    const auto settings = settings_table().read(*tree, loading);
    if (settings && loading.findings.empty()) loading.findings = check(*settings, *tree);
    if (!loading.findings.empty()) return tl::unexpected(std::move(loading.findings));
    return *settings;
}

}  // namespace cli
