// A client without any knowledge of policies drives every pack there is.
#include "api_client/client.h"

using namespace api_client;

namespace {

/// Those that say more come first: what opens a stage may have to be said when it is raised.
constexpr std::uint64_t seeds[] = {4, 2, 1, 6, 3, 5};

struct Drive {
    bool whole = false;  // raised, taken to the top over several stages, closed
    std::string said;
};

Drive drive(const fs::path& folder, std::uint64_t seed) {
    PackHouse house(folder);
    Client client(house, seed);
    if (!client.raise()) return {false, "not raised: " + client.last_refusal};
    const bool topped = client.climb(100) && client.stages().size() >= 2;
    const bool closed = topped && client.close(100);
    return {closed, "seed " + std::to_string(seed) + ": " + base::join(client.stages(), " ") + "; " +
                        client.describe() + "; last refusal " + client.last_refusal};
}

}  // namespace

TEST_CASE("whoever follows what is permitted takes every policy to its top and closes the record") {
    const auto folders = pack_folders();
    REQUIRE(folders.size() >= 5);
    for (const auto& folder : folders) {
        Drive last;
        for (const auto seed : seeds) {
            last = drive(folder, seed);
            if (last.whole) break;
        }
        CHECK_MESSAGE(last.whole, folder.string(), " ", last.said);
    }
}
