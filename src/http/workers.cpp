#include "http/workers.h"

#include "base/ensure.h"
#include "http/wire.h"

namespace http {

namespace {

Response last_resort() {
    return text("Sorry, there is a problem with the service. Try again later.\n", 500);
}

Response fit_to_send(Response response) {
    secure(response);
    ensure_sendable(response);
    return response;
}

}  // namespace

Workers::Workers(net::io_context& network, std::size_t threads, std::size_t queue_max, Handler handler,
                 FaultHandler fault_handler)
    : network_(network),
      under_way_max_(threads + queue_max),
      handler_(std::move(handler)),
      fault_handler_(std::move(fault_handler)),
      pool_(threads) {
    base::ensure(threads > 0, "at least one worker");
}

net::awaitable<Response> Workers::answer(Request request) {
    base::ensure(has_room(), "a request that a worker has room for");
    ++under_way_;
    // The request stays in this coroutine's frame, which waits until the worker is done with it.
    auto begin = [this, &request](auto done) {
        auto task = [this, &request, done = std::move(done),
                     work = net::make_work_guard(network_)]() mutable {
            auto finish = [done = std::move(done), response = answer_now(request)]() mutable {
                done(std::move(response));
            };
            net::post(network_, std::move(finish));
        };
        net::post(pool_, std::move(task));
    };
    Response response = co_await net::async_initiate<const net::use_awaitable_t<>&, void(Response)>(
        std::move(begin), net::use_awaitable);
    --under_way_;
    co_return response;
}

// One of the three doors at which exceptions are caught: nothing a handler throws passes it.
Response Workers::answer_now(const Request& request) const {
    try {
        return fit_to_send(handler_(request));
    } catch (...) {
        try {
            return fit_to_send(fault_handler_(request, std::current_exception()));
        } catch (...) {
            return fit_to_send(last_resort());
        }
    }
}

}  // namespace http
