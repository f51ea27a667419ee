import Testing

@testable import Office

@Suite("DeliveryMachine")
struct DeliveryMachineTests {
    @Test("takes 2xx and nothing else for success", arguments: 100...599)
    func judges(_ status: Int) {
        let action = DeliveryMachine.next(after: 1, .answered(status: status), chance: 0)
        switch status {
        case 200..<300: #expect(action == .done)
        case 410: #expect(action == .disable)
        default: #expect(action == .retry(after: 5000))
        }
    }

    @Test("tries again when nothing came back", arguments: DeliveryFailure.allCases)
    func retries(_ failure: DeliveryFailure) {
        #expect(DeliveryMachine.next(after: 1, .failed(failure), chance: 0) == .retry(after: 5000))
    }

    @Test func tellsAReceiverThatStaysAwayTenTimesInThreeDays() {
        var delays: [Int64] = []
        var attempt = 1
        while case .retry(let delay) = DeliveryMachine.next(
            after: attempt,
            .answered(status: 503),
            chance: 0
        ) {
            delays.append(delay / 1000)
            attempt += 1
        }
        // Standard Webhooks 1.0, "Deliverability and reliability".
        #expect(delays == [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
        #expect(attempt == 10)
        let last = DeliveryMachine.next(after: 10, .answered(status: 503), chance: 255)
        #expect(last == .giveUp)
    }

    @Test("spreads retries over a fifth of the delay", arguments: UInt8.min...UInt8.max)
    func spreads(_ chance: UInt8) {
        guard
            case .retry(let delay) = DeliveryMachine.next(
                after: 4,
                .failed(.timedOut),
                chance: chance
            )
        else { return #expect(Bool(false)) }
        #expect((7_200_000...8_640_000).contains(delay))
        #expect(chance < 255 || delay == 8_640_000)
    }
}
