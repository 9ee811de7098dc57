import DataSyntax
import Diagnostics
import Matching
import Observation
import Source

extension SpecReader {
  /// What a name of a section about a running image means, or nil after a fault.
  mutating func runningTarget(
    _ kind: ResourceKind, _ name: String, _ key: DataNode, _ entries: [DataEntry]
  ) -> Target? {
    let target: RunningTarget?
    switch kind.word {
    case ResourceKind.ports.word: target = port(name, key).map { .port($0) }
    case ResourceKind.processes.word: target = .process(name)
    case ResourceKind.pages.word: target = page(name, key, entries).map { .page($0) }
    case ResourceKind.names.word: target = question(name, key, entries).map { .name($0) }
    case ResourceKind.addresses.word: target = address(name, key, entries).map { .address($0) }
    case ResourceKind.mounts.word: target = mount(name, key).map { .mount($0) }
    case ResourceKind.interfaces.word: target = .interface(name)
    default: target = .parameter(name.split(separator: "/").joined(separator: "."))
    }
    return target.map { .running($0) }
  }

  mutating func port(_ name: String, _ node: DataNode) -> PortName? {
    if let port = PortName(name) { return port }
    report(
      "spec/wrong-value", "`\(name)` is no port", at: node.contentLocation,
      help: "write `tcp:8080` or `udp:53`")
    return nil
  }

  private mutating func mount(_ name: String, _ key: DataNode) -> String? {
    guard name.hasPrefix("/") else {
      report("spec/wrong-value", "a path begins with `/`", at: key.contentLocation, help: "write `/\(name)`")
      return nil
    }
    return name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
  }

  private mutating func question(
    _ name: String, _ key: DataNode, _ entries: [DataEntry]
  ) -> NameQuestion? {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    let record = parts.count == 2 ? NameQuestion.Record(rawValue: parts[0]) : nil
    // What has more colons, or digits before the first, is an address.
    if parts.count == 2, record == nil, !parts[1].contains(":"), parts[0].allSatisfy(\.isLetter) {
      let words = NameQuestion.Record.allCases.map(\.rawValue).filter { !$0.isEmpty }
      let nearest =
        words.first { $0 == parts[0].uppercased() } ?? Suggestion.nearest(to: parts[0], among: words)
      report(
        "spec/wrong-value", "`\(parts[0])` is no type of a record", at: key.contentLocation,
        help: nearest.map { "did you mean `\($0):\(parts[1])`?" }
          ?? "there are \(words.joined(separator: ", "))")
      return nil
    }
    return NameQuestion(
      name: record == nil ? name : parts[1], record: record ?? .any, server: textSetting("server", entries),
      timeout: secondsSetting("timeout", entries) ?? 5)
  }

  private mutating func address(
    _ name: String, _ key: DataNode, _ entries: [DataEntry]
  ) -> AddressQuestion? {
    let timeout = secondsSetting("timeout", entries) ?? 5
    let local = textSetting("local-address", entries)
    guard let address = AddressQuestion(name, timeout: timeout, localAddress: local) else {
      report(
        "spec/wrong-value", "`\(name)` is no address", at: key.contentLocation,
        help: "write `tcp://127.0.0.1:5432`, `udp://…` or `unix:///run/app.sock`")
      return nil
    }
    return address
  }

  private mutating func page(_ name: String, _ key: DataNode, _ entries: [DataEntry]) -> PageRequest? {
    guard let address = PageAddress(name) else {
      report(
        "spec/wrong-value", "`\(name)` is no address of a page", at: key.contentLocation,
        help: "write `http://localhost:8080/health`")
      return nil
    }
    var request = PageRequest(address)
    request.wantsBody = entries.contains { $0.key.string == "body" }
    request.timeout = secondsSetting("timeout", entries) ?? request.timeout
    request.method = textSetting("method", entries)?.uppercased() ?? request.method
    request.body = textSetting("request-body", entries).map { Array($0.utf8) } ?? []
    request.followsRedirects = !(flagSetting("no-follow-redirects", entries) ?? false)
    request.trustsAll = flagSetting("allow-insecure", entries) ?? false
    request.authorities = textSetting("ca-file", entries)
    request.certificate = textSetting("cert-file", entries)
    request.key = textSetting("key-file", entries)
    request.proxy = textSetting("proxy", entries)
    request.headers = headers(entries)
    let (user, password) = (textSetting("username", entries), textSetting("password", entries))
    if user != nil || password != nil {
      request.headers.removeAll { $0.name.lowercased() == "authorization" }
      request.headers.append(.login("\(user ?? ""):\(password ?? "")"))
    }
    return request
  }

  /// A map of names, or lines of a head.
  private mutating func headers(_ entries: [DataEntry]) -> [PageHeader] {
    guard let node = entries.first(where: { $0.key.string == "request-headers" })?.value else { return [] }
    if node.kind == .mapping {
      return variables(node).sorted { $0.key < $1.key }.map { PageHeader($0.key, $0.value) }
    }
    return node.items.compactMap { item in
      if let header = item.string.flatMap({ PageHeader(line: $0) }) { return header }
      wrongKind(item, "a line of a head", help: "write `Accept: text/html`")
      return nil
    }
  }

  /// A page of which the spec does not say otherwise is to be found.
  func withPageStatus(
    _ expectations: [Expectation], _ subject: CheckWording, _ key: DataNode
  ) -> [Expectation] {
    if expectations.contains(where: { $0.property == "status" }) { return expectations }
    return [subject.expectation("status", Matcher(.number(.integer(200)), at: key.contentLocation))]
      + expectations
  }
}
