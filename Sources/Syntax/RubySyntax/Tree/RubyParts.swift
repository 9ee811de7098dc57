/// A call of a method, operators and `a[b]` among them.
package struct RubyCall: Sendable {
  /// What stands between the receiver and the name.
  package enum Access: UInt8, Sendable {
    case none
    case dot
    /// `&.`
    case safe
    /// `::`
    case colons
  }

  /// How the arguments are written.
  package enum Form: UInt8, Sendable {
    /// No argument, no parentheses; without a receiver it may be a mistyped variable.
    case bare
    case parenthesised
    /// Arguments without parentheses.
    case command
    /// `a[b]`.
    case index
    /// `a + b`.
    case infix
    /// `-a`.
    case prefix
  }

  package let receiver: RubyNode?
  package let access: Access
  /// The method's name; empty range of `a.(b)`, which calls `call`.
  package let selector: RubyWord
  package let form: Form
  /// The arguments; `keywords` come as one, a `blockArgument` last.
  package let arguments: RubyList
  /// A `block` node.
  package let block: RubyNode?
}

/// Arguments of `yield` and `super`.
package struct RubyArguments: Sendable {
  package let list: RubyList
  package let hasParentheses: Bool
}

/// `low..high`; either end may be missing.
package struct RubyRange: Sendable {
  package let low: RubyNode?
  package let high: RubyNode?
  /// `...` rather than `..`.
  package let isExclusive: Bool
}

/// A block or the body of `->`.
package struct RubyBlock: Sendable {
  package let parameters: RubyNode?
  /// Statements or a `body`.
  package let body: RubyNode
  /// `do … end` rather than braces.
  package let isKeyword: Bool
}

/// Statements with what happens on errors and at the end.
package struct RubyBody: Sendable {
  package let statements: RubyNode
  package let rescues: RubyList
  package let otherwise: RubyNode?
  package let ensure: RubyNode?
}

/// `rescue A, B => error`.
package struct RubyRescue: Sendable {
  package let classes: RubyList
  package let variable: RubyNode?
  package let statements: RubyNode
}

/// `if`, `unless`, the ternary and their modifiers.
package struct RubyConditional: Sendable {
  package enum Form: UInt8, Sendable { case block, modifier, ternary }

  package let condition: RubyNode
  /// Runs where the condition holds; of `unless`, where it does not.
  package let body: RubyNode
  /// The other branch; `elsif` is a conditional of its own here.
  package let otherwise: RubyNode?
  /// `unless`.
  package let isNegated: Bool
  package let form: Form
}

/// `while` and `until` and their modifiers.
package struct RubyLoop: Sendable {
  package let condition: RubyNode
  package let body: RubyNode
  /// `until`.
  package let isNegated: Bool
  /// `begin … end while`: the body runs before the condition is asked.
  package let runsFirst: Bool
}

/// `case` with its arms.
package struct RubyChoice: Sendable {
  package let subject: RubyNode?
  package let arms: RubyList
  package let otherwise: RubyNode?
}

/// `def`.
package struct RubyMethod: Sendable {
  /// `self` in `def self.name`.
  package let owner: RubyNode?
  package let name: RubyWord
  package let parameters: RubyNode?
  package let body: RubyNode
}

/// `class`.
package struct RubyClass: Sendable {
  package let path: RubyNode
  package let parent: RubyNode?
  package let body: RubyNode
}

/// One parameter of a method, block or lambda.
package struct RubyParameter: Sendable {
  package enum Kind: UInt8, Sendable {
    case required, optional
    /// `*name`; without a name, `*`, or the comma at the end of `|a,|`.
    case rest
    case requiredKeyword, optionalKeyword
    /// `**name`.
    case keywordRest
    /// `**nil`.
    case noKeywords
    /// `&name`.
    case block
    /// `...`.
    case forwarded
    /// `(a, b)`; the value is a `targets` node.
    case destructured
    /// After `;` in a block's parameters.
    case blockLocal
  }

  package let kind: Kind
  package let name: RubyWord?
  /// The default, or the `targets` of a destructured one.
  package let value: RubyNode?
}
