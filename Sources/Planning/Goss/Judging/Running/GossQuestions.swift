import DataSyntax
import Expectation
import Source
import GoTemplate
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
    case "addr": address(resource).map { .address($0) }
    default: nil
    }
  }

  /// nil for what Go cannot dial: a path, as it comes from an address of the network, and colons without brackets.
  private static func address(_ resource: GossResource) -> AddressQuestion? {
    let question = AddressQuestion(
      resource.subject, timeout: seconds(resource, else: shortTimeout),
      localAddress: resource.text("local-address"))
    guard let question, question.network != .unix,
      !question.host.contains(":") || resource.subject.contains("[")
    else { return nil }
    return question
  }

  /// A word of capitals in front names the kind of record, which only a server that is named is asked for; what is no kind stands
  /// for addresses.
  private static func name(_ resource: GossResource) -> NameQuestion {
    let subject = resource.subject
    let parts = subject.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let isTyped =
      parts.count == 2 && !parts[0].isEmpty && parts[0].unicodeScalars.allSatisfy { ("A"..."Z").contains($0) }
    let server = resource.text("server")
    let record = isTyped && server != nil ? NameQuestion.Record(rawValue: parts[0]) : nil
    return NameQuestion(
      name: isTyped ? parts[1] : subject, record: record ?? .any, server: server,
      timeout: seconds(resource, else: shortTimeout), tries: 3)
  }

  /// Why a page cannot be asked for, in Go's words; nil where it can.
  static func fault(of resource: GossResource) -> String? {
    let method = resource.text("method") ?? "GET"
    guard method.utf8.allSatisfy(isToken) else {
      return "net/http: invalid method \(GoQuotedText.quoted(method))"
    }
    let text = GoQuotedText.quoted(resource.subject)
    let call = "\(verb(of: method)) \(text)"
    do throws(PageAddress.Fault) {
      _ = try PageAddress(reading: resource.subject)
      return nil
    } catch {
      switch error {
      case .scheme(let scheme): return "\(call): unsupported protocol scheme \(GoQuotedText.quoted(scheme))"
      case .controlCharacter: return "parse \(text): net/url: invalid control character in URL"
      case .escape(let escape): return "parse \(text): invalid URL escape \(GoQuotedText.quoted(escape))"
      case .port(let port): return "parse \(text): invalid port \(GoQuotedText.quoted(port)) after host"
      case .portBeyondRange(let port): return "\(call): dial tcp: address \(port): invalid port"
      case .noHost: return "\(call): http: no Host in request URL"
      case .openBracket: return "parse \(text): missing ']' in host"
      case .hostCharacter(let character):
        return "parse \(text): invalid character \(GoQuotedText.quoted(character)) in host name"
      }
    }
  }

  /// A method as Go's errors begin with it.
  static func verb(of method: String) -> String {
    method.prefix(1).uppercased() + method.dropFirst().lowercased()
  }

  /// What a method is made of (RFC 9110, 5.6.2).
  private static func isToken(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  private static func page(_ resource: GossResource) -> PageRequest? {
    guard fault(of: resource) == nil, let address = PageAddress(resource.subject) else { return nil }
    var request = PageRequest(address)
    request.wantsBody = resource.attributes["body"] != nil
    request.soughtTexts = soughtTexts(resource)
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
    let (user, password) = (resource.text("username"), resource.text("password"))
    if user != nil || password != nil {
      request.headers.removeAll { $0.name.lowercased() == "authorization" }
      request.headers.append(.login("\(user ?? ""):\(password ?? "")"))
    }
    return request
  }

  private static func soughtTexts(_ resource: GossResource) -> [String] {
    for claim in resource.claims where claim.attribute.name == "body" && claim.readsLines {
      if case .success(let matcher) = claim.matcher, case .patterns(let patterns) = matcher.form {
        return patterns.plainTexts
      }
    }
    return []
  }

  private static func seconds(_ resource: GossResource, else usual: Double) -> Double {
    Double(resource.number("timeout", else: Int(usual * 1000))) / 1000
  }

  private static func flag(_ resource: GossResource, _ name: String) -> Bool {
    resource.attributes[name].map { GossTyping.flag($0) == true } ?? false
  }
}
