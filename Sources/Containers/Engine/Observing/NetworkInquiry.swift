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
    for address in addresses where question.version.map({ ($0 == 4) == address.isVersion4 }) ?? true {
      do throws(NetworkFailure) {
        _ = try Connection(
          to: address, question.port, datagram: question.network == .udp,
          from: question.localAddress.flatMap { NetworkAddress($0) }, by: deadline)
        return
      } catch { failure = failure ?? error }
    }
    throw failure ?? NetworkFailure(.name, question.host, "it has no address")
  }
}
