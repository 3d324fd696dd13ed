// Speaks HTTP/1.1 on a socket and hands whole requests to a handler.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "http/figures.h"
#include "http/request.h"
#include "http/response.h"

namespace http {

/// Runs in a worker thread; several run at once.
using Handler = std::function<Response(const Request&)>;

/// What to answer when the handler threw. Runs in the worker thread; it is also where a fault is
/// written down. The connection lives on.
using FaultHandler = std::function<Response(const Request&, std::exception_ptr)>;

/// What the server refuses by itself: a request that is malformed, too large or too slow, or that finds
/// no worker free.
struct Refused {
    int status;
    std::string why;
    std::string path;  // as far as it was understood: empty where it was not
};

/// Words for it. Runs on the network thread: it may not wait for anything.
using Refuser = std::function<Response(const Refused&)>;
Response in_plain_text(const Refused&);

/// The world broke: the address is taken, not ours, or not an address.
class Fault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct Limits {
    std::size_t request_line_bytes_max = 8 * 1024;
    std::size_t header_bytes_max = 16 * 1024;
    std::size_t headers_max = 64;
    std::size_t body_bytes_max = 1024 * 1024;
    std::size_t connections_max = 4096;
    std::size_t connections_per_peer_max = 0;  // 0: as many as there are
    std::size_t requests_per_connection_max = 1000;
    std::size_t queue_max = 256;                        // requests that wait for a worker; more get 503
    std::chrono::milliseconds header_deadline{10'000};  // from its first byte to its end
    std::chrono::milliseconds body_deadline{30'000};
    std::chrono::milliseconds write_deadline{30'000};
    std::chrono::milliseconds idle_deadline{30'000};   // between requests on one connection
    std::chrono::milliseconds drain_deadline{10'000};  // then what is unfinished is cut
};

struct Setup {
    std::string listen = "127.0.0.1:8080";  // "[::1]:8080" for IPv6; port 0 picks a free one
    std::size_t workers = 4;
    Limits limits;
};

class Server {
public:
    /// Listens from here on; answers once run() is called. Throws Fault.
    Server(Setup setup, Handler handler, FaultHandler fault_handler, Refuser refuser = in_plain_text);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Serves on this thread and on the workers until drained.
    void run();
    /// Stops listening, finishes what is in flight, then lets run() return. From any thread.
    void drain();
    /// SIGTERM and SIGINT drain.
    void drain_on_signals();

    const Figures& figures() const;
    std::uint16_t port() const;
    /// "http://127.0.0.1:8080"
    std::string url() const;

private:
    class Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace http
