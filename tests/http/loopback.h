// A server on a free port for one test, and a client that speaks in raw bytes.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "http/server.h"

namespace loopback {

/// A socket to the server. Reading gives up after ten seconds: then the server failed to close.
class Client {
public:
    explicit Client(std::uint16_t port);
    ~Client();
    Client(Client&& other) noexcept;
    Client(const Client&) = delete;

    /// False once the other side has gone.
    bool send(std::string_view bytes);
    void half_close();
    /// Until the server closes; nothing where it did not.
    std::optional<std::string> read_to_end();
    /// One whole response, by its Content-Length.
    std::string read_response(bool has_body = true);
    /// The server has closed, and said nothing more.
    bool is_closed();

private:
    bool read_some();

    int socket_;
    std::string received_;
    bool timed_out_ = false;
};

/// Runs a server on a thread until the end of the test.
class Running {
public:
    Running(http::Handler handler, http::Limits limits = {}, std::size_t workers = 4,
            http::FaultHandler fault_handler = {});
    ~Running();

    http::Server& server() { return *server_; }
    Client client() const { return Client(server_->port()); }
    std::string ask(std::string_view request) const;
    /// Drains and waits for run() to return.
    void stop();

private:
    std::unique_ptr<http::Server> server_;
    std::thread thread_;
};

/// Ports below the range from which the kernel gives clients theirs.
std::unique_ptr<http::Server> open_on_free_port(http::Setup setup, http::Handler handler,
                                                http::FaultHandler fault_handler);

int status_of(std::string_view response);
std::size_t responses_in(std::string_view bytes);

}  // namespace loopback
