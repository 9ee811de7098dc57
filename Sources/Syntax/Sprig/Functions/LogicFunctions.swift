import GoTemplate

/// Sprig's functions of emptiness, choice and type.
enum LogicFunctions {
  static func function(_ name: String) -> PlainFunction? { choice(name) ?? types(name) }

  private static func choice(_ name: String) -> PlainFunction? {
    switch name {
    case "default":
      return .variadic(.any, .any) { arguments in
        .value(arguments.count > 1 && !arguments[1].isEmpty ? arguments[1] : arguments[0])
      }
    case "empty": return .of(.any) { .bool($0[0].isEmpty) }
    case "coalesce": return .variadic(.any) { .value($0.values.first { !$0.isEmpty } ?? .none) }
    case "all": return .variadic(.any) { .bool($0.values.allSatisfy { !$0.isEmpty }) }
    case "any": return .variadic(.any) { .bool($0.values.contains { !$0.isEmpty }) }
    case "ternary":
      return .of(.any, .any, .flag) { arguments in
        if case .bool(true) = arguments[2] { .value(arguments[0]) } else { .value(arguments[1]) }
      }
    case "fail": return .of(.text) { .failure($0.text(0)) }
    default: return nil
    }
  }

  private static func types(_ name: String) -> PlainFunction? {
    switch name {
    case "kindOf": .of(.any) { .text($0[0].kindName) }
    case "kindIs": .of(.text, .any) { .bool($0.text(0) == $0[1].kindName) }
    case "typeOf": .of(.any) { .text($0[0].typeName) }
    case "typeIs": .of(.text, .any) { .bool($0.text(0) == $0[1].typeName) }
    case "typeIsLike":
      .of(.text, .any) { .bool([$0.text(0), "*" + $0.text(0)].contains($0[1].typeName)) }
    case "deepEqual": .of(.any, .any) { .bool($0[0].isSame(as: $0[1])) }
    case "deepCopy", "mustDeepCopy": .of(.any) { .value($0[0]) }
    default: nil
    }
  }
}
