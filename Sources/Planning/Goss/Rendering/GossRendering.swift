import DataSyntax

/// A goss file with its includes merged, as `goss render` writes it back.
struct GossRendering {
  /// The types in the order of goss's own structure, each with its attributes; `!` marks one that is always written.
  private static let sections: [(GossKind, [String])] = [
    (
      .file,
      [
        "path", "exists!", "mode", "size", "owner", "uid", "group", "gid", "linked-to", "filetype",
        "contains",
        "contents!", "md5", "sha256", "sha512", "skip",
      ]
    ),
    (.package, ["name", "installed!", "versions", "skip"]),
    (.addr, ["address", "local-address", "reachable!", "timeout!", "skip"]),
    (.port, ["port", "listening!", "ip", "skip"]),
    (.service, ["name", "enabled!", "running!", "skip", "runlevels"]),
    (.user, ["username", "exists!", "uid", "gid", "groups", "home", "shell", "skip"]),
    (.group, ["groupname", "exists!", "gid", "skip"]),
    (.command, ["exec", "exit-status!", "stdout!", "stderr!", "timeout!", "skip"]),
    (.dns, ["resolve", "resolveable", "resolvable!", "addrs", "timeout!", "server", "skip"]),
    (.process, ["comm", "running!", "skip"]),
    (.kernelParameter, ["name", "value!", "skip"]),
    (
      .mount,
      ["mountpoint", "exists!", "opts", "vfs-opts", "source", "filesystem", "timeout!", "skip", "usage"]
    ),
    (.interface, ["name", "exists!", "addrs", "mtu", "skip"]),
    (
      .http,
      [
        "url", "method", "status!", "allow-insecure!", "no-follow-redirects!", "timeout", "request-headers",
        "request-body", "headers", "body", "username", "password", "ca-file", "cert-file", "key-file", "skip",
        "proxy",
      ]
    ),
    (.matching, ["content", "as-reader", "matches!", "skip"]),
  ]

  let resources: [GossResource]

  func text(as syntax: DataSyntaxKind) -> String {
    switch syntax {
    case .json: String(decoding: value.json.goIndented("    ", escapesMarkup: true), as: UTF8.self)
    case .yaml: GossYAML.text(of: value)
    }
  }

  private var value: GossValue {
    let sections = Self.sections.compactMap { kind, attributes -> GossValue.Entry? in
      let members = resources.filter { $0.kind.word == kind.word }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        .map { GossValue.Entry(key: $0.name, value: Self.value(of: $0, attributes)) }
      return members.isEmpty ? nil : .init(key: kind.word, value: .map(members, hasPlainKeys: true))
    }
    return .map(sections, hasPlainKeys: true)
  }

  private static func value(of resource: GossResource, _ attributes: [String]) -> GossValue {
    let entries = (["title", "meta"] + attributes).compactMap { word -> GossValue.Entry? in
      let isAlways = word.hasSuffix("!")
      let name = isAlways ? String(word.dropLast()) : word
      guard let form = resource.kind.attribute(name)?.form else { return nil }
      let value = value(of: name, form, resource)
      return isAlways || !isLeftOut(value) ? .init(key: name, value: value) : nil
    }
    return .map(entries, hasPlainKeys: true)
  }

  private static func value(
    of name: String, _ form: GossKind.Attribute.Form, _ resource: GossResource
  ) -> GossValue {
    let node = resource.attributes[name]
    switch form {
    case .text: return .text(resource.text(name) ?? "")
    case .flag: return .bool(node.flatMap { GossTyping.flag($0) } ?? false)
    case .number: return .integer(node.flatMap { GossTyping.number($0) } ?? 0)
    case .matcher, .reader, .value, .texts, .map: return node.map { GossValue($0) } ?? .null
    }
  }

  private static func isLeftOut(_ value: GossValue) -> Bool {
    switch value {
    case .null, .bool(false), .integer(0), .text([]), .list([]), .map([], _): true
    default: false
    }
  }
}
