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
  /// A day, for a page whose time is less than none, which goss takes for no limit.
  private static let unlimited = 86_400.0
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
    // goss comes from an address of TCP to all that it does not call `udp`.
    guard let question, question.network != .unix, question.network != .udp || question.version == nil,
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
    guard method.isEmpty || PageHeader.isToken(method) else {
      return "net/http: invalid method \(GoQuotedText.quoted(method))"
    }
    let call = "\(verb(of: method)) \(GoQuotedText.quoted(shown(resource.subject)))"
    let wrongHeader = headerFault(resource).map { "\(call): net/http: invalid header \($0)" }
    do throws(PageAddress.Fault) {
      _ = try PageAddress(reading: resource.subject)
      return wrongHeader
    } catch {
      if error.isOfText { return words(for: error, of: resource.subject) }
      // A header is looked at only where the scheme is one of pages.
      if case .scheme = error { return "\(call): \(words(for: error, of: resource.subject))" }
      return wrongHeader ?? "\(call): \(words(for: error, of: resource.subject))"
    }
  }

  /// An address as Go writes it where it has neither host nor path.
  private static func shown(_ address: String) -> String {
    guard let slashes = address.firstRange(of: "://"),
      address[slashes.upperBound...].first.map({ "?#".contains($0) }) ?? true
    else { return address }
    return address[..<slashes.lowerBound] + ":" + address[slashes.upperBound...]
  }

  /// What is wrong with a header that is to be sent; goss takes its name up to a colon with a blank behind it.
  private static func headerFault(_ resource: GossResource) -> String? {
    for line in (resource.attributes["request-headers"]?.items ?? []).compactMap(\.string) {
      guard let colon = line.firstRange(of: ": ") else { continue }
      let name = line[..<colon.lowerBound]
      guard PageHeader.isToken(name) else { return "field name \(GoQuotedText.quoted(String(name)))" }
      guard PageHeader.isValue(line[colon.upperBound...]) else {
        return "field value for \(GoQuotedText.quoted(canonical(name)))"
      }
    }
    return nil
  }

  /// A header's name as Go writes it: `x-n` is `X-N`.
  private static func canonical(_ name: Substring) -> String {
    name.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: "-")
  }

  /// Why a text is no address of a page, as Go tells of it.
  static func words(for fault: PageAddress.Fault, of address: String) -> String {
    let text = GoQuotedText.quoted(address)
    return switch fault {
    case .scheme(let scheme): "unsupported protocol scheme \(GoQuotedText.quoted(scheme))"
    case .portBeyondRange(let port): "dial tcp: address \(port): invalid port"
    case .noHost: "http: no Host in request URL"
    case .controlCharacter: "parse \(text): net/url: invalid control character in URL"
    case .escape(let escape): "parse \(text): invalid URL escape \(GoQuotedText.quoted(escape))"
    case .port(let port): "parse \(text): invalid port \(GoQuotedText.quoted(port)) after host"
    case .openBracket: "parse \(text): missing ']' in host"
    case .hostCharacter(let character):
      "parse \(text): invalid character \(GoQuotedText.quoted(character)) in host name"
    case .noScheme: "parse \(text): missing protocol scheme"
    case .colonInFirstStep: "parse \(text): first path segment in URL cannot contain colon"
    }
  }

  /// A method as Go's errors begin with it.
  static func verb(of method: String) -> String {
    method.prefix(1).uppercased() + method.dropFirst().lowercased()
  }

  private static func page(_ resource: GossResource) -> PageRequest? {
    guard fault(of: resource) == nil, let address = PageAddress(resource.subject) else { return nil }
    var request = PageRequest(address)
    request.wantsBody = resource.attributes["body"] != nil
    request.soughtTexts = soughtTexts(resource)
    let timeout = seconds(resource, else: pageTimeout)
    request.timeout = timeout < 0 ? unlimited : timeout
    request.method = resource.text("method") ?? "GET"
    request.body = Array((resource.text("request-body") ?? "").utf8)
    request.followsRedirects = !flag(resource, "no-follow-redirects")
    request.trustsAll = flag(resource, "allow-insecure")
    request.authorities = file("ca-file", resource)
    // One without the other counts for nothing.
    if let certificate = file("cert-file", resource), let key = file("key-file", resource) {
      (request.certificate, request.key) = (certificate, key)
    }
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

  private static func file(_ name: String, _ resource: GossResource) -> String? {
    resource.text(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func seconds(_ resource: GossResource, else usual: Double) -> Double {
    Double(resource.number("timeout", else: Int(usual * 1000))) / 1000
  }

  private static func flag(_ resource: GossResource, _ name: String) -> Bool {
    resource.attributes[name].map { GossTyping.flag($0) == true } ?? false
  }
}
