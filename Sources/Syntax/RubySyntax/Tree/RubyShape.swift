/// What a node is, with the nodes that it is made of.
///
/// Names of operators are method names as Ruby has them: `a + b` calls `+`, `-a` calls `-@`, `a[b]` calls `[]`.
/// Targets of assignments are `local`, `instanceVariable`, `classVariable`, `globalVariable`, a constant, `targets`,
/// or a `call`: `a.b = c` and `a[b] = c` call `b=` and `[]=` on what is written as `a.b` and `a[b]`.
package enum RubyShape: Sendable {
  /// What could not be read, or is not read: a pattern of `case … in`.
  case error

  // Values.
  case `nil`
  case `true`
  case `false`
  case `self`
  /// `__FILE__`.
  case fileName
  /// `__LINE__`.
  case lineNumber
  /// `__ENCODING__`.
  case encoding
  /// A number; `RubyTree.integer(of:)` and the node's text tell which.
  case number(RubyNumber)
  /// A piece of a string.
  case text(RubyText)
  /// `#{…}` in a string; the node is its statements, or the variable of `#@name`.
  case interpolation(RubyNode)
  /// A string of any quotes, here-documents and `?c` among them, with its `text` and `interpolation` parts;
  /// neighbouring literals are one string.
  case string(RubyList)
  /// A pair of backticks or `%x`.
  case shell(RubyList)
  /// `:name`, `%i[name]`, or `name:` before a value.
  case symbol(RubyWord)
  /// `:"…"`, or `"…":` before a value.
  case dynamicSymbol(RubyList)
  case regularExpression(RubyList, options: RubyWord?)
  /// `[…]`, `%w`, `%i`, and the values of `a = b, c`.
  case array(RubyList)
  /// `{…}`: `pair` and `doubleSplat` nodes.
  case hash(RubyList)
  /// Pairs among arguments, without braces.
  case keywords(RubyList)
  /// A key and its value; of `{name:}` the value is a read of that name.
  case pair(RubyNode, RubyNode)
  case splat(RubyNode?)
  case doubleSplat(RubyNode)
  /// `&block` among arguments; none for a bare `&`.
  case blockArgument(RubyNode?)
  /// `...` among arguments.
  case forwardedArguments
  case range(RubyRange)
  case lambda(RubyBlock)

  // Names.
  case local(RubyWord)
  case instanceVariable(RubyWord)
  case classVariable(RubyWord)
  /// `$name`, `$1`, `$~`.
  case globalVariable(RubyWord)
  case constant(RubyWord)
  /// `scope::Name`.
  case scopedConstant(RubyNode, RubyWord)
  /// `::Name`.
  case rootConstant(RubyWord)

  // Operations.
  case call(RubyCall)
  /// `super`; without arguments and parentheses it passes on those of the method.
  case superCall(RubyArguments, block: RubyNode?)
  case yield(RubyArguments)
  /// `!` and `not`.
  case not(RubyNode)
  /// `&&` and `and`.
  case and(RubyNode, RubyNode)
  /// `||` and `or`.
  case or(RubyNode, RubyNode)
  case defined(RubyNode)
  case assignment(RubyNode, RubyNode)
  /// `a += b`, `a ||= b`: the word is the operator without its `=`.
  case operatorAssignment(RubyNode, RubyWord, RubyNode)
  /// `a, b = c`: a `targets` node and one value.
  case multipleAssignment(RubyNode, RubyNode)
  /// Targets that take a list apart; a `splat` takes the rest.
  case targets(RubyList)
  case alias(RubyNode, RubyNode)
  case undef(RubyList)

  // Control.
  case statements(RubyList)
  /// `begin … end`; statements or a `body`.
  case begin(RubyNode)
  /// Statements with `rescue`, `else` or `ensure`.
  case body(RubyBody)
  case rescue(RubyRescue)
  /// `a rescue b`.
  case rescueModifier(RubyNode, RubyNode)
  case conditional(RubyConditional)
  case loop(RubyLoop)
  /// `for target in list`.
  case each(target: RubyNode, list: RubyNode, body: RubyNode)
  case choice(RubyChoice)
  /// `when` with its values and statements; of `in` one `error` node and the statements.
  case arm(RubyList, RubyNode)
  case jump(RubyJump, RubyList)

  // Definitions.
  case method(RubyMethod)
  case classDefinition(RubyClass)
  case module(RubyNode, body: RubyNode)
  /// `class << object`.
  case singletonClass(RubyNode, body: RubyNode)
  case block(RubyBlock)
  case parameters(RubyList)
  case parameter(RubyParameter)
  /// `BEGIN {…}` and `END {…}`.
  case hook(RubyHook, RubyNode)

  // Templates.
  /// Text between the tags of a template; the number counts `RubyTemplate.pieces`.
  case templateText(Int32)
  /// `<%= … %>`.
  case templateOutput(RubyNode)
}

package enum RubyNumber: UInt8, Sendable { case integer, float, rational, imaginary }

/// What leaves a method, block or loop.
package enum RubyJump: UInt8, Sendable { case leave, next, redo, retry, giveBack }

package enum RubyHook: UInt8, Sendable { case begin, end }
