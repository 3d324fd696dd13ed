// One connection: reads requests, has them answered, writes the answers, under deadlines.
#pragma once
#include <memory>
#include <string>
#include <variant>

#include "http/asio.h"
#include "http/framing.h"
#include "http/server.h"
#include "http/wire.h"
#include "http/workers.h"

namespace http {

class Connection : public std::enable_shared_from_this<Connection> {
public:
    /// What serves all connections alike, and outlives them.
    struct House {
        Workers& workers;
        const Limits& limits;
        const Refuser& refuser;
        Figures& figures;
    };
    Connection(tcp::socket socket, const House& house);

    /// Until either side ends it.
    net::awaitable<void> serve();
    /// Ends it after the request in flight; at once where there is none.
    void finish();
    /// Ends it now.
    void cut();

    const std::string& peer() const { return peer_; }

private:
    struct Ended {};  // the other side went away, or stayed silent for too long
    struct Whole {
        Request request;
        After after;
    };
    using HeadSize = std::size_t;
    using Head = std::variant<HeadSize, Rejection, Ended>;
    using Incoming = std::variant<Whole, Rejection, Ended>;

    net::awaitable<Incoming> read_request();
    net::awaitable<Head> read_head();
    net::awaitable<Incoming> read_rest(HeadSize head_size);
    net::awaitable<bool> write(const Response& response, Method method, After after);
    net::awaitable<void> reject(const Rejection& rejection);
    net::awaitable<Response> answer(Request request);
    Response refusal(const Refused& refused) const;
    net::awaitable<void> close_gently();
    void wait_at_most(std::chrono::milliseconds deadline);
    void knock(std::size_t wait);
    void stop_waiting();
    std::string_view received() const;

    tcp::socket socket_;
    net::steady_timer deadline_;
    boost::beast::flat_buffer buffer_;
    const House house_;
    const Limits& limits_;
    HeadLimits head_limits_;
    std::string peer_;
    std::string path_;  // of the request that is being read
    std::size_t served_ = 0;
    std::size_t wait_ = 0;  // counts waits: a timer that fires late concerns one that is over
    bool late_ = false;
    bool idle_ = true;  // no byte of the next request has come
    bool finishing_ = false;
};

}  // namespace http
