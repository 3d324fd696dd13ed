// `concordat serve`: where its settings come from - command line, then environment, then file.
#pragma once
#include <chrono>
#include <functional>
#include <string>

#include "cli/options.h"

namespace cli {

/// What was said on the command line; an empty text: nothing.
struct ServeArgs {
    std::string data;
    std::string listen;
    std::string config;
};

/// Everything that can be set; `concordat serve --help` names each key.
struct Settings {
    std::string data;
    std::string listen = "127.0.0.1:8080";
    std::string public_address = {};  // as browsers send it: "https://escalation.example.org"
    bool trusted_proxy = false;       // one in front ends TLS: off loopback there must be one
    int workers = 4;
    int session_idle_minutes = 30;
    int session_absolute_hours = 12;
};

/// A variable of the environment; "" where it is not set.
using Environment = std::function<std::string(const std::string& name)>;

CLI::App* add_serve_command(CLI::App& app, ServeArgs& args);

/// Whether an environment variable says something of the service.
bool is_setting(const std::string& variable);

/// Every unknown key, unfit value and unsafe combination, each with its place.
tl::expected<Settings, base::Findings> read_settings(const ServeArgs&, const Environment&);

}  // namespace cli
