import Observation

/// Asks the network, as the container whose network this process is in sees it.
struct NetworkInquiry {
  let names: NameLookup
  let root: ContainerRoot

  func answer(to question: NetworkQuestion) -> NetworkAnswer {
    do throws(NetworkFailure) {
      switch question {
      case .name(let question):
        return .names(try answers(to: question))
      case .address(let question):
        try reach(question)
        return .reached
      case .page(let request):
        return try PageVisit(request, names: names, root: root).answer()
      }
    } catch {
      return .failed(error)
    }
  }

  private func answers(to question: NameQuestion) throws(NetworkFailure) -> [String] {
    let deadline = Deadline(in: question.timeout)
    guard question.timeout >= 0 else { throw NetworkFailure(.time, question.name, deadline.words) }
    for _ in 1..<max(1, question.tries) {
      do throws(NetworkFailure) {
        return try names.answers(to: question, by: Deadline(in: question.timeout))
      } catch {
        // What a server says is its last word.
        if error.stage == .name || error.stage == .server { throw error }
      }
    }
    return try names.answers(to: question, by: Deadline(in: question.timeout))
  }

  private func reach(_ question: AddressQuestion) throws(NetworkFailure) {
    let deadline = Deadline(in: question.timeout)
    guard question.network != .unix else {
      _ = try Connection(toSocket: question.host, in: root, by: deadline)
      return
    }
    var failure: NetworkFailure?
    let addresses = try names.addresses(of: question.host, by: deadline)
    // From an address of one version none of the other is reached; from any, each.
    let local = question.localAddress.flatMap { NetworkAddress($0)?.shortest }
      .flatMap { $0.bytes.allSatisfy { $0 == 0 } ? nil : $0 }
    let versions = [question.version.map { $0 == 4 }, local?.isVersion4].compactMap { $0 }
    for address in addresses where versions.allSatisfy({ $0 == address.isVersion4 }) {
      do throws(NetworkFailure) {
        _ = try Connection(
          to: address, question.port, datagram: question.network == .udp, from: local, by: deadline)
        return
      } catch { failure = failure ?? error }
    }
    throw failure ?? NetworkFailure(.name, question.host, "it has no address")
  }
}
