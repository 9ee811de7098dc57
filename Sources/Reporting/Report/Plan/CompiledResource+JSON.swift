package import Chef
package import DataSyntax
import Source

extension CompiledResource {
  /// The resource as a plan gives it: the keys of the recorded collections of the real Chef, and `certainty`.
  func json(in sources: SourceSet) -> JSONText {
    let line = location.flatMap { sources[$0.file]?.position(at: $0.range.start).line }
    return .members([
      ("type", .string(type)), ("resource", resource == type ? nil : resource.map(JSONText.string)),
      ("name", nameJSON), ("action", .strings(actions)), ("cookbook", .string(cookbook)),
      ("recipe", .string(recipe)), ("file", location.map { .string($0.file.path) } ?? .null),
      ("line", line.map(JSONText.integer) ?? .null),
      ("properties", .object(properties.map { JSONText.Member($0.name, $0.value.json) })),
      ("guards", .integer(onlyIf.count + notIf.count)),
      ("only_if", onlyIf.isEmpty ? nil : .array(onlyIf.map(\.json))),
      ("not_if", notIf.isEmpty ? nil : .array(notIf.map(\.json))),
      ("notifies", .array(notifies.map(\.json))),
      ("subscribes", subscribes.isEmpty ? nil : .array(subscribes.map(\.json))),
      ("sensitive", .bool(isSensitive)), ("ignore_failure", ignoresFailure ? .bool(true) : nil),
      ("compile_time", compileTimeActions.isEmpty ? nil : .strings(compileTimeActions)),
      ("certainty", .string(isSure ? "sure" : "maybe")),
    ])
  }

  private var nameJSON: JSONText { if case .text(let text) = name { .string(text) } else { .null } }
}

extension CompiledResource.Guard {
  fileprivate var json: JSONText {
    switch self {
    case .block: .members([("block", .bool(true))])
    case .command(let value): .members([("command", value.json)])
    }
  }
}

extension CompiledResource.Notification {
  fileprivate var json: JSONText {
    .members([
      ("action", .string(action)), ("target", target.map(JSONText.string) ?? .null),
      ("timing", .string(timing.rawValue)),
    ])
  }
}

extension CompiledValue {
  /// The value as JSON; what JSON does not have is an object whose key begins with a dollar.
  package var json: JSONText {
    switch self {
    case .null: .null
    case .boolean(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .float(let number): number.isFinite ? .number("\(number)") : .string("\(number)")
    case .text(let text): .string(text)
    case .list(let items): .array(items.map(\.json))
    case .map(let entries): .object(entries.map { JSONText.Member($0.key, $0.value.json) })
    case .symbol(let name): .members([("$class", .string("Symbol")), ("value", .string(name))])
    case .lazy: .members([("$lazy", .bool(true))])
    case .object(let name): .members([("$class", .string(name))])
    case .unknown(let reason): .members([("$unknown", .string(reason.text))])
    case .secret: .members([("$secret", .bool(true))])
    }
  }
}
