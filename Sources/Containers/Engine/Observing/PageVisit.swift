import Observation

/// Asks a server for a page, and follows where it points to.
struct PageVisit {
  /// As many as other clients follow.
  private static let mostRedirects = 10

  private let names: NameLookup
  private let root: ContainerRoot
  private let deadline: Deadline
  private var request: PageRequest

  init(_ request: PageRequest, names: NameLookup, root: ContainerRoot) {
    self.request = request
    self.names = names
    self.root = root
    deadline = Deadline(in: request.timeout)
  }

  func answer() throws(NetworkFailure) -> NetworkAnswer {
    var request = request
    for _ in 0...Self.mostRedirects {
      let answer: NetworkAnswer
      if request.address.isSecure || request.proxy != nil {
        request.timeout = max(0.001, deadline.left)
        answer = try SecurePage(request, names: names, root: root).answer()
      } else {
        answer = .page(try plainAnswer(to: request))
      }
      guard request.followsRedirects, case .page(let page) = answer,
        let next = Self.redirected(request, by: page)
      else { return answer }
      request = next
    }
    throw NetworkFailure(
      .answer, request.address.authority, "it points elsewhere more than \(Self.mostRedirects) times")
  }

  private func plainAnswer(to request: PageRequest) throws(NetworkFailure) -> PageAnswer {
    var failure: NetworkFailure?
    for address in try names.addresses(of: request.address.host, by: deadline) {
      let exchange: PageExchange
      do throws(NetworkFailure) {
        exchange = try PageExchange(
          request, on: try Connection(to: address, request.address.port, by: deadline))
      } catch {
        failure = failure ?? error
        continue
      }
      return try exchange.answer()
    }
    throw failure ?? NetworkFailure(.name, request.address.host, "no such host")
  }

  /// The next request where an answer points elsewhere (RFC 9110, 15.4).
  private static func redirected(_ request: PageRequest, by answer: PageAnswer) -> PageRequest? {
    guard [301, 302, 303, 307, 308].contains(answer.status),
      let location = answer.headers.first(where: { $0.name.lowercased() == "location" })?.value,
      let address = request.address.following(location)
    else { return nil }
    var next = request.going(to: address)
    if answer.status < 307, request.method != "HEAD" {
      next.method = "GET"
      next.body = []
    }
    if address.host != request.address.host {
      next.headers.removeAll { ["authorization", "cookie"].contains($0.name.lowercased()) }
    }
    return next
  }
}
