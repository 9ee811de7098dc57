import DataSyntax
import Expectation
import Observation

/// What resources need to know of a running container.
enum GossQuestions {
  /// goss's own default times, in seconds.
  private static let pageTimeout = 5.0
  private static let shortTimeout = 0.5
  private static let agent = "goss/0.4.9"

  /// What is to be looked at for a resource; nil where an image at rest tells it all.
  static func entry(of resource: GossResource) -> RunningRequest.Entry? {
    switch resource.kind.word {
    case "port", "process", "interface": return RunningRequest.Entry()
    case "mount":
      var facts = FactsRequest()
      facts.mountPoints = [resource.subject]
      return RunningRequest.Entry(facts: facts)
    case "kernel-param":
      var facts = FactsRequest()
      facts.parameters = [KernelParameters.dotted(resource.subject)]
      return RunningRequest.Entry(facts: facts)
    default:
      return question(of: resource).map { RunningRequest.Entry(questions: [$0]) }
    }
  }

  /// What is asked of the network for a resource; nil where nothing is, and for an address that is none.
  static func question(of resource: GossResource) -> NetworkQuestion? {
    switch resource.kind.word {
    case "http": page(resource).map { .page($0) }
    case "dns": .name(name(resource))
    case "addr":
      AddressQuestion(
        resource.subject, timeout: seconds(resource, else: shortTimeout),
        localAddress: resource.text("local-address")
      ).map { .address($0) }
    default: nil
    }
  }

  private static func name(_ resource: GossResource) -> NameQuestion {
    let subject = resource.subject
    let parts = subject.split(separator: ":", maxSplits: 1).map(String.init)
    let record = parts.count == 2 ? NameQuestion.Record(rawValue: parts[0]) : nil
    return NameQuestion(
      name: record == nil ? subject : parts[1], record: record ?? .any, server: resource.text("server"),
      timeout: seconds(resource, else: shortTimeout))
  }

  private static func page(_ resource: GossResource) -> PageRequest? {
    guard let address = PageAddress(resource.subject) else { return nil }
    var request = PageRequest(address)
    request.timeout = seconds(resource, else: pageTimeout)
    request.method = resource.text("method") ?? "GET"
    request.body = Array((resource.text("request-body") ?? "").utf8)
    request.followsRedirects = !flag(resource, "no-follow-redirects")
    request.trustsAll = flag(resource, "allow-insecure")
    request.authorities = resource.text("ca-file")
    request.certificate = resource.text("cert-file")
    request.key = resource.text("key-file")
    request.proxy = resource.text("proxy")
    request.headers = (resource.attributes["request-headers"]?.items ?? []).compactMap { item in
      item.string.flatMap { PageHeader(line: $0) }
    }
    if !request.headers.contains(where: { $0.name.lowercased() == "user-agent" }) {
      request.headers.append(PageHeader("User-Agent", agent))
    }
    if let user = resource.text("username") {
      request.headers.append(.login("\(user):\(resource.text("password") ?? "")"))
    }
    return request
  }

  private static func seconds(_ resource: GossResource, else usual: Double) -> Double {
    Double(resource.number("timeout", else: Int(usual * 1000))) / 1000
  }

  private static func flag(_ resource: GossResource, _ name: String) -> Bool {
    resource.attributes[name].map { GossTyping.flag($0) == true } ?? false
  }
}
