import Observation

/// Asks a server for a page, and follows where it points to.
struct PageVisit {
  /// With the first one; as Go's client, which makes none after ten.
  private static let mostRequests = 10

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
    try PageFiles.check(request)
    var (request, count) = (request, 1)
    while true {
      let shown = count > 1 ? request.address.description : nil
      let answer: NetworkAnswer
      do throws(NetworkFailure) {
        answer = try self.answer(to: request)
      } catch {
        throw NetworkFailure(error.stage, error.target, error.reason, page: shown)
      }
      guard request.followsRedirects, case .page(let page) = answer, let location = page.location else {
        return answer
      }
      let tooMany = NetworkFailure(.redirects, location, "stopped after \(Self.mostRequests) redirects")
      do throws(PageAddress.Fault) {
        request = Self.redirected(request, by: page, to: try request.address.following(location))
      } catch {
        guard count < Self.mostRequests || error.isOfText else { throw tooMany }
        throw NetworkFailure(.location, location, "it is no address of a page", page: shown)
      }
      guard count < Self.mostRequests else { throw tooMany }
      count += 1
    }
  }

  private func answer(to request: PageRequest) throws(NetworkFailure) -> NetworkAnswer {
    guard request.address.isSecure || request.proxy != nil else { return .page(try plainAnswer(to: request)) }
    var request = request
    request.timeout = max(0.001, deadline.left)
    return try SecurePage(request, names: names, root: root).answer()
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
  private static func redirected(
    _ request: PageRequest, by answer: PageAnswer, to address: PageAddress
  ) -> PageRequest {
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
