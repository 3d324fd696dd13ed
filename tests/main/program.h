// The real program, as a shell starts it: with arguments, variables, and a person at the other end.
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace running {

/// What the program is started with.
struct Start {
    std::vector<std::string> arguments;
    std::string input = {};
    std::map<std::string, std::string> variables = {};
    /// Root may write anywhere: tests of permissions start as somebody who may not.
    bool as_nobody = false;
};

struct Ended {
    int status = -1;  // -1: it ended by a signal
    std::string out;
    std::string err;
};

/// Runs it to its end.
Ended run(const Start&);
Ended run(std::vector<std::string> arguments);

/// `concordat serve`, from its ready line until it is stopped.
class Service {
public:
    explicit Service(Start start);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    const std::string& url() const { return url_; }
    std::uint16_t port() const { return port_; }
    long ready_after_ms() const { return ready_after_ms_; }
    /// Sends the signal and waits; the exit status, -1 where it ended by the signal.
    int stop(int signal);

private:
    pid_t process_ = -1;
    int out_ = -1;
    std::string url_;
    std::uint16_t port_ = 0;
    long ready_after_ms_ = 0;
};

std::string read_file(const std::filesystem::path&);
void write_file(const std::filesystem::path&, const std::string& text);

}  // namespace running
