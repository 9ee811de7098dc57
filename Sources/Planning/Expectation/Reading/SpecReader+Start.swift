import DataSyntax
import Diagnostics
import Matching
import Observation
import RegularExpressions
import Source

extension SpecReader {
  /// The section that says how the image is started; a check that it is ready comes of it.
  mutating func start(_ entry: DataEntry) -> Check? {
    let body = entry.value
    let isEmpty = body.kind == .null || body.kind == .missing
    guard body.kind == .mapping || isEmpty else {
      wrongKind(body, "a map", help: "write `{ready: {port: 8080}}`")
      return nil
    }
    var terms = CheckTerms()
    for entry in unique(body) {
      let node = entry.value
      switch entry.key.string {
      case RunKey.override.word: terms.overriding = overriding(entry)
      case RunKey.entrypoint.word: settings.entrypoint = words(ofSetting: node)
      case RunKey.command.word: settings.command = words(ofSetting: node)
      case RunKey.environment.word: settings.environment = variables(node)
      case RunKey.user.word: settings.user = text(node)
      case RunKey.network.word: settings.network = choice(node) ?? .loopback
      case RunKey.ready.word: ready(node)
      case RunKey.stopSignal.word: settings.stopSignal = signal(node)
      case RunKey.stopWithin.word: settings.stopPatience = seconds(node) ?? settings.stopPatience
      default:
        let words = RunKey.all.map(\.word)
        unknown(
          entry.key.string ?? "", entry.key, among: words,
          help: "`run` has \(words.joined(separator: ", "))")
      }
    }
    let kind = ResourceKind.start
    let place = entry.key.contentLocation
    let expectation = Expectation(
      id: "\(kind.word):ready", property: "ready", matcher: Matcher(.bool(true), at: place), origin: place,
      title: settings.signs.isEmpty ? "the image starts" : "the image starts and is ready")
    var check = Check(
      target: .running(.start), resource: kind.word, name: "", origin: place, expectations: [expectation])
    check.terms = terms
    return check
  }

  private mutating func ready(_ node: DataNode) {
    guard node.kind == .mapping, !node.entries.isEmpty else {
      wrongKind(node, "a map of signs", help: "write `{port: 8080, within: 30s}`")
      return
    }
    for entry in unique(node) {
      let items = entry.value.kind == .sequence ? entry.value.items : [entry.value]
      switch entry.key.string {
      case RunKey.within.word: settings.patience = seconds(entry.value) ?? settings.patience
      case RunKey.check.word:
        if let words = arguments(entry.value) {
          settings.signs.append(.command(CommandCall(words, isolation: .running)))
        }
      case RunKey.port.word, RunKey.log.word, RunKey.page.word:
        for item in items { sign(entry.key.string ?? "", item).map { settings.signs.append($0) } }
      default:
        let words = RunKey.signs.map(\.word)
        unknown(
          entry.key.string ?? "", entry.key, among: words,
          help: "signs of readiness are \(words.dropLast().joined(separator: ", "))")
      }
    }
  }

  private mutating func sign(_ word: String, _ node: DataNode) -> RunSettings.Sign? {
    guard let text = text(node) else { return nil }
    switch word {
    case RunKey.port.word: return port(text, node).map { .port($0) }
    case RunKey.log.word:
      return pattern(text, node).map { .log($0) }
    default:
      guard let address = PageAddress(text) else {
        report(
          "spec/wrong-value", "`\(text)` is no address of a page", at: node.contentLocation,
          help: "write `http://localhost:8080/health`")
        return nil
      }
      var request = PageRequest(address)
      request.wantsBody = false
      return .page(request)
    }
  }

  private mutating func pattern(_ text: String, _ node: DataNode) -> LinePattern? {
    do throws(RegularExpressionError) {
      return try LinePattern(text, at: node.contentLocation)
    } catch {
      report(
        "spec/wrong-value", "`\(text)` is no expression of RE2: \(error.reason)", at: node.contentLocation)
      return nil
    }
  }

  /// A signal by its name, with or without `SIG`.
  private mutating func signal(_ node: DataNode) -> String? {
    guard let text = text(node) else { return nil }
    if SignalName.number(of: text) != nil { return text }
    report(
      "spec/wrong-value", "`\(text)` is no signal", at: node.contentLocation,
      help: "write `TERM`, `INT` or `QUIT`")
    return nil
  }
}
