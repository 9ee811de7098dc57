import DataSyntax
import Source

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
    case .json: String(decoding: json.goIndented("    ", escapesMarkup: true), as: UTF8.self)
    case .yaml:
      GossYAML.text(
        of: .map(
          sections { $0.isBefore($1) }.map { kind, members in
            .init(key: .text(kind.word), value: .map(members.map { .init($0) }, hasPlainKeys: true))
          }, hasPlainKeys: true))
    }
  }

  private var json: JSONText {
    .object(
      sections { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { kind, members in
        .init(
          kind.word,
          .object(
            members.map { member in
              .init(member.name, .object(member.attributes.map { .init($0.key, $0.value.json) }))
            }))
      })
  }

  /// What is written of a resource: its attributes in the order of goss's own structure.
  fileprivate struct Member {
    let name: String
    let attributes: [GossValue.Entry]
  }

  /// The types of which there are resources, with these in the order of their names.
  private func sections(_ isBefore: (String, String) -> Bool) -> [(GossKind, [Member])] {
    Self.sections.compactMap { kind, attributes in
      let members = resources.filter { $0.kind.word == kind.word }.sorted { isBefore($0.name, $1.name) }
        .map { Member(name: $0.name, attributes: Self.entries(of: $0, attributes)) }
      return members.isEmpty ? nil : (kind, members)
    }
  }

  private static func entries(of resource: GossResource, _ attributes: [String]) -> [GossValue.Entry] {
    (["title", "meta"] + attributes).compactMap { word in
      let isAlways = word.hasSuffix("!")
      let name = isAlways ? String(word.dropLast()) : word
      guard let form = resource.kind.attribute(name)?.form else { return nil }
      let value = value(of: name, form, resource)
      return isAlways || !isLeftOut(value, form) ? .init(key: .text(name), value: value) : nil
    }
  }

  private static func value(
    of name: String, _ form: GossKind.Attribute.Form, _ resource: GossResource
  ) -> GossValue {
    let node = resource.attributes[name]
    switch form {
    case .text: return .text(resource.text(name) ?? "")
    case .flag: return .bool(node.flatMap { GossTyping.flag($0) } ?? false)
    case .number: return .integer(node.flatMap { GossTyping.number($0) } ?? 0)
    case .matcher, .reader, .value, .texts, .map: return node.map { GossValue($0).ordered } ?? .null
    }
  }

  /// Of what goss takes as it comes, only nothing is left out.
  private static func isLeftOut(_ value: GossValue, _ form: GossKind.Attribute.Form) -> Bool {
    switch (value, form) {
    case (.null, _): true
    case (_, .matcher), (_, .reader), (_, .value): false
    case (.bool(false), _), (.integer(0), _), (.text([]), _), (.list([]), _), (.map([], _), _): true
    default: false
    }
  }
}

extension GossValue.Entry {
  fileprivate init(_ member: GossRendering.Member) {
    self.init(key: .text(member.name), value: .map(member.attributes, hasPlainKeys: true))
  }
}
