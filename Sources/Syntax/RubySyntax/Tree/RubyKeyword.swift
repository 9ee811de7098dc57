/// The reserved words.
enum RubyKeyword: Int, CaseIterable, Sendable {
  case alias, and, begin, beginHook, leave, choice, classWord, def, defined, doWord, elseWord, elsif, end
  case endHook, ensure, falseWord, forWord, ifWord, inWord, module, next, nilWord, not, or, redo, rescue,
    retry
  case giveBack, selfWord, superWord, then, trueWord, undef, unless, until, when, whileWord, yield
  case line, file, encoding

  /// Written out: a case that is asked for its own name takes long to tell it.
  var spelling: String {
    switch self {
    case .beginHook: "BEGIN"
    case .leave: "break"
    case .choice: "case"
    case .classWord: "class"
    case .defined: "defined?"
    case .doWord: "do"
    case .elseWord: "else"
    case .endHook: "END"
    case .falseWord: "false"
    case .forWord: "for"
    case .ifWord: "if"
    case .inWord: "in"
    case .nilWord: "nil"
    case .giveBack: "return"
    case .selfWord: "self"
    case .superWord: "super"
    case .trueWord: "true"
    case .whileWord: "while"
    case .line: "__LINE__"
    case .file: "__FILE__"
    case .encoding: "__ENCODING__"
    case .alias: "alias"
    case .and: "and"
    case .begin: "begin"
    case .def: "def"
    case .elsif: "elsif"
    case .end: "end"
    case .ensure: "ensure"
    case .module: "module"
    case .next: "next"
    case .not: "not"
    case .or: "or"
    case .redo: "redo"
    case .rescue: "rescue"
    case .retry: "retry"
    case .then: "then"
    case .undef: "undef"
    case .unless: "unless"
    case .until: "until"
    case .when: "when"
    case .yield: "yield"
    }
  }

  /// The reserved word that a name is.
  init?(_ name: RubyName) {
    guard Int(name.index) < Self.count else { return nil }
    self.init(rawValue: Int(name.index))
  }

  private static let count = 41

  /// Whether the word ends a list of statements.
  var endsStatements: Bool {
    switch self {
    case .end, .elseWord, .elsif, .when, .inWord, .rescue, .ensure: true
    default: false
    }
  }

  /// Whether a value can begin with the word.
  var startsValue: Bool {
    switch self {
    case .and, .doWord, .elseWord, .elsif, .end, .ensure, .ifWord, .inWord, .or, .rescue, .then, .unless,
      .until,
      .when, .whileWord:
      false
    default: true
    }
  }
}
