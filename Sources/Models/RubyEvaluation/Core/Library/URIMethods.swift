/// What `URI.parse` finds.
final class ParsedURI: RubyPayload {
  let text: String
  let scheme: String?
  let userinfo: String?
  let host: String?
  let port: Int?
  let path: String
  let query: String?
  let fragment: String?

  init(_ text: String) {
    self.text = text
    var rest = text[...]
    func cut(_ mark: Character) -> String? {
      guard let place = rest.firstIndex(of: mark) else { return nil }
      let tail = String(rest[rest.index(after: place)...])
      rest = rest[..<place]
      return tail
    }
    fragment = cut("#")
    query = cut("?")
    var scheme: String?
    if let colon = rest.firstIndex(of: ":"), let first = rest.utf8.first, TextBytes.isLetter(first),
      rest[..<colon].utf8.allSatisfy({
        TextBytes.isLetter($0) || TextBytes.isDigit($0) || "+-.".utf8.contains($0)
      })
    {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    self.scheme = scheme
    var authority: Substring?
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    var host = authority
    if let at = host?.lastIndex(of: "@") {
      userinfo = host.map { String($0[..<at]) }
      host = host.map { $0[$0.index(after: at)...] }
    } else {
      userinfo = nil
    }
    let defaults = ["http": 80, "https": 443, "ftp": 21, "ldap": 389, "ws": 80, "wss": 443]
    var port = scheme.flatMap { defaults[$0] }
    if let colon = host?.lastIndex(of: ":"), let found = host, !found.hasSuffix("]") {
      port = Int(found[found.index(after: colon)...]) ?? port
      host = found[..<colon]
    }
    self.host = host.map(String.init)
    self.port = port
    path = String(rest)
  }
}

/// `URI`.
enum URIMethods {
  static func define(in table: CoreTable, kernel: CoreTable) {
    let run = table.run
    let generic = run.makeClass("Generic", in: table.module)
    generic.isCore = true
    for name in ["HTTP", "HTTPS", "FTP", "File", "LDAP", "MailTo"] {
      let parent = name == "HTTPS" ? run.libraryClass("URI::HTTP") : generic
      run.makeClass(name, superclass: parent, in: table.module).isCore = true
    }
    let error = run.makeClass("Error", superclass: run.libraryClass("StandardError"), in: table.module)
    run.makeClass("InvalidURIError", superclass: error, in: table.module)
    table.defineOnItself("parse", arity: 1) { (call) throws(Unwinding) in try parsed(call) }
    kernel.define("URI", arity: 1) { (call) throws(Unwinding) in try parsed(call) }
    table.defineOnItself("join", arity: .from(1)) { call in call.unknown("joining addresses is not followed")
    }
    table.defineOnItself("encode_www_form_component", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      guard let text = try call.text(of: call[0]) else { return call.untold }
      return call.make(TextLibrary.percentEncoded(text, keeping: "*-._", blank: "+"))
    }
    table.defineOnItself("encode_www_form", arity: 1) { (call) throws(Unwinding) in try form(call) }
    defineParts(CoreTable(run, generic).payloads(ParsedURI.self))
  }

  /// Pairs as the query of an address.
  private static func form(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard let pairs = try call.elements(of: call[0]) else { return call.untold }
    var parts: [[UInt8]] = []
    for case .array(let pair) in pairs {
      guard let first = pair.elements.first, let key = try call.text(of: first) else { return call.untold }
      let value = pair.elements.count > 1 ? pair.elements[1] : .nil
      let values = if case .array(let list) = value { list.elements } else { [value] }
      for value in values {
        guard let text = try call.text(of: value) else { return call.untold }
        let name = TextLibrary.percentEncoded(key, keeping: "*-._", blank: "+")
        let tail = TextLibrary.percentEncoded(text, keeping: "*-._", blank: "+")
        parts.append(value.isNil ? name : name + "=".utf8 + tail)
      }
    }
    return call.make(Array(parts.joined(separator: [UInt8(ascii: "&")])))
  }

  private static func parsed(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    if case .object(let object) = call[0], object.payload is ParsedURI { return call[0] }
    guard case .string(let string) = call[0] else {
      throw call.raise(
        path: "URI::InvalidURIError", "bad URI(is not URI?): \(try call.inspection(of: call[0]) ?? "?")")
    }
    let isPlain = string.bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
    guard isPlain else {
      throw call.raise(
        path: "URI::InvalidURIError", "bad URI(is not URI?): \(TextInspection.quoted(string.bytes))")
    }
    let uri = ParsedURI(string.string)
    let names = [
      "http": "HTTP", "https": "HTTPS", "ftp": "FTP", "file": "File", "ldap": "LDAP", "mailto": "MailTo",
    ]
    let name = uri.scheme.flatMap { names[$0] } ?? "Generic"
    return .object(RubyObject(of: call.run.libraryClass("URI::" + name), payload: uri))
  }

  private static func defineParts(_ uris: KindTable<ParsedURI>) {
    let parts: [(String, (ParsedURI) -> String?)] = [
      ("scheme", { $0.scheme }), ("userinfo", { $0.userinfo }), ("host", { $0.host }),
      ("hostname", { $0.host }),
      ("path", { $0.path }), ("query", { $0.query }), ("fragment", { $0.fragment }),
      ("user", { $0.userinfo.map { String($0.prefix { $0 != ":" }) } }),
    ]
    for (name, part) in parts {
      uris.define(name) { uri, call in part(uri).map { call.make($0) } ?? .nil }
    }
    uris.define("port") { uri, _ in uri.port.map { .integer($0) } ?? .nil }
    uris.define("password") { uri, call in
      let halves = uri.userinfo?.split(separator: ":", maxSplits: 1) ?? []
      return halves.count == 2 ? call.make(String(halves[1])) : .nil
    }
    uris.define("to_s") { uri, call in call.make(uri.text) }
    uris.define("inspect") { uri, call in call.make("#<\(call.run.className(of: call.receiver)) \(uri.text)>")
    }
    uris.define("request_uri") { uri, call in
      call.make((uri.path.isEmpty ? "/" : uri.path) + (uri.query.map { "?" + $0 } ?? ""))
    }
    uris.define("absolute?") { uri, _ in .boolean(uri.scheme != nil) }
    uris.define("relative?") { uri, _ in .boolean(uri.scheme == nil) }
    uris.define("==", arity: 1) { uri, call in
      guard case .object(let object) = call[0], let other = object.payload as? ParsedURI else {
        return .boolean(false)
      }
      return .boolean(uri.text == other.text)
    }
  }
}
