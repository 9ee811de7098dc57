/// What a piece of running code sees: its local variables, `self`, and the method that it belongs to.
///
/// A class because blocks share it with the code around them.
package final class Frame: RubyHeapObject {
  package let program: RubyProgram
  package private(set) var receiver: RubyValue
  /// Where constants are looked up, and `def` defines.
  let scope: LexicalScope
  var definee = Definee.scope
  /// The frame around a block.
  private(set) var outer: Frame?
  /// The frame of the method, file or class around a block.
  private var homeFrame: Frame?
  /// What `next` names as its aim here.
  let token: Int
  /// What `return` leaves: the method or lambda.
  var returnToken: Int
  /// What `break` and `next` leave here.
  var breakToken = 0
  var nextToken: Int

  private(set) var names: [RubySymbol] = []
  private(set) var values: [RubyValue] = []
  /// Positions by name, once there are many.
  private var index: [RubySymbol: Int]?

  /// Of a home only, like what follows: the method that runs, and what it was given.
  var method: RubyMethodEntry?
  var arguments = CallArguments()
  /// The visibility that `def` gives here.
  var visibility = RubyMethodEntry.Visibility.public
  /// After `module_function`.
  var definesModuleFunctions = false
  /// What `...` stands for.
  var forwarded = CallArguments()
  var lastMatch: RubyValue = .nil

  private static let linearLimit = 24

  init(
    _ program: RubyProgram, receiver: RubyValue, scope: LexicalScope, outer: Frame? = nil, home: Frame?,
    token: Int
  ) {
    self.program = program
    self.receiver = receiver
    self.scope = scope
    self.outer = outer
    homeFrame = home
    self.token = token
    nextToken = token
    returnToken = outer?.returnToken ?? token
    super.init()
  }

  deinit { letGo() }

  override func surrender(to heir: inout [RubyHeapObject]) {
    heir.take(values)
    for given in [arguments, forwarded] {
      heir.take(given.values)
      heir.take(given.block)
    }
    heir.take(receiver)
    heir.take(lastMatch)
    heir.take(outer)
    heir.take(homeFrame)
    (values, arguments, forwarded) = ([], CallArguments(), CallArguments())
    (receiver, lastMatch, outer, homeFrame) = (.nil, .nil, nil, nil)
  }

  var home: Frame { homeFrame ?? self }

  /// Where `def` adds a method.
  var definitions: Definee {
    var frame: Frame? = self
    while let current = frame {
      if case .scope = current.definee { frame = current.outer } else { return current.definee }
    }
    return .module(scope.module)
  }

  /// The value of a local variable; nil for none of that name.
  func local(_ name: RubySymbol) -> RubyValue? {
    var frame: Frame? = self
    while let current = frame {
      if let position = current.position(of: name) { return current.values[position] }
      frame = current.outer
    }
    return nil
  }

  /// The frame that has a local variable.
  func owner(of name: RubySymbol) -> Frame? {
    var frame: Frame? = self
    while let current = frame {
      if current.position(of: name) != nil { return current }
      frame = current.outer
    }
    return nil
  }

  /// Sets a variable of this very frame.
  func set(_ name: RubySymbol, _ value: RubyValue) {
    if let position = position(of: name) {
      values[position] = value
      return
    }
    names.append(name)
    values.append(value)
    index?[name] = names.count - 1
    guard index == nil, names.count > Self.linearLimit else { return }
    var index: [RubySymbol: Int] = [:]
    for (position, name) in names.enumerated() { index[name] = position }
    self.index = index
  }

  /// Puts back the values of an earlier moment; variables that came later are nil.
  func restore(values earlier: [RubyValue]) {
    values = earlier + [RubyValue](repeating: .nil, count: max(0, names.count - earlier.count))
  }

  private func position(of name: RubySymbol) -> Int? {
    if let index { return index[name] }
    var position = 0
    for candidate in names {
      if candidate == name { return position }
      position += 1
    }
    return nil
  }
}

/// Where `def` adds a method.
enum Definee {
  /// The class around the text.
  case scope
  /// `class_eval`.
  case module(RubyModule)
  /// `instance_eval`: the singleton class of `self`, which is made when it is needed.
  case receiver
}

/// What a call passes on.
struct CallArguments {
  var values: [RubyValue] = []
  /// Whether the last of them was written as keywords.
  var hasKeywords = false
  /// Whether a list that cannot be told was spread among them: how many there are is not known.
  var isOpen = false
  var block: RubyProcedure?
}
