import Diagnostics
import RubyEvaluation
import Source

/// A resource that a run declares.
final class ResourceState: RubyMutablePayload {
  struct Guard {
    let value: RubyValue?
    let block: RubyProcedure?
    /// An option of the command that nothing takes.
    let strangeOption: String?
    let place: RubyPlace?
  }

  struct Said {
    let name: String
    let arguments: [RubyValue]
    let block: RubyProcedure?
    /// Whether it surely is said.
    let certainty: Certainty
    let place: RubyPlace?
  }

  struct Notice {
    let action: String
    let target: Target
    let timing: CompiledResource.Notification.Timing
    let place: RubyPlace?
    let certainty: Certainty

    enum Target {
      case text(String)
      case resource(RubyObject)
      case unknown
    }
  }

  /// What the program can change.
  struct State {
    var values: [(name: String, value: RubyValue)] = []
    /// Defaults that were asked for and can be changed: the next who asks gets the same.
    var defaults: [String: RubyValue] = [:]
    /// The list itself, since recipes append to what `action` gives them.
    var actions: RubyArray?
    /// Why its action cannot be told.
    var actionDoubt: RubyUnknown?
    var onlyIf: [Guard] = []
    var notIf: [Guard] = []
    var notifies: [Notice] = []
    var subscribes: [Notice] = []
    var compileTimeActions: [String] = []
    /// Calls of methods that only say something: `helpers`, `verify`.
    var calls: [Said] = []
    var certainty = Certainty.sure

    subscript(name: String) -> RubyValue? {
      get { values.first { $0.name == name }?.value }
      set {
        let position = values.firstIndex { $0.name == name }
        switch (position, newValue) {
        case (let position?, let value?): values[position].value = value
        case (let position?, nil): values.remove(at: position)
        case (nil, let value?): values.append((name, value))
        case (nil, nil): break
        }
      }
    }
  }

  let kind: ResourceKind
  var state = State()
  var type: String
  var name: RubyValue
  var cookbook = ""
  var recipe = ""
  var place: RubyPlace?
  /// Where it stands in a recipe of YAML, and where its properties do.
  var written: Location?
  var writtenProperties: [String: Location] = [:]
  var callers: [RubyPlace] = []
  /// What the definition was given that declares it.
  var parameters: RubyHash?
  /// The way to the code that declares it, outermost first.
  var reach: [ChainLink] = []
  /// What the action belongs to that declares it.
  var provider: RubyObject?

  init(_ kind: ResourceKind, name: RubyValue) {
    self.kind = kind
    self.name = name
    type = kind.name ?? ""
  }

  /// The place of a part of what declares it; nil where nothing of it is written down.
  func location(of part: CallPart) -> Location? {
    if let place { return place.location(of: part) }
    guard case .property(let name) = part else { return written }
    return writtenProperties[name] ?? written
  }

  var held: [RubyValue] {
    var held = [name] + state.values.map(\.value) + state.defaults.values
    if let provider { held.append(.object(provider)) }
    if let parameters { held.append(.hash(parameters)) }
    if let actions = state.actions { held.append(.array(actions)) }
    for entry in state.onlyIf + state.notIf {
      held += [entry.value, entry.block.map { .procedure($0) }].compactMap { $0 }
    }
    for call in state.calls { held += call.arguments + (call.block.map { [.procedure($0)] } ?? []) }
    return held
  }

  static func merged(_ first: State, _ second: State) -> State {
    var result = first
    for entry in second.values {
      if let other = first[entry.name] {
        if RubyKey(other) != RubyKey(entry.value) {
          result[entry.name] = .unknown(RubyUnknown("one branch or the other sets it", at: nil))
        }
      } else {
        result[entry.name] = .unknown(RubyUnknown("it is set in one branch only", at: nil))
      }
    }
    for entry in first.values where second[entry.name] == nil {
      result[entry.name] = .unknown(RubyUnknown("it is set in one branch only", at: nil))
    }
    if first.actions !== second.actions {
      result.actionDoubt = RubyUnknown("one branch or the other sets its action", at: nil)
    }
    result.onlyIf = longer(first.onlyIf, second.onlyIf)
    result.notIf = longer(first.notIf, second.notIf)
    result.notifies = longer(first.notifies, second.notifies)
    result.subscribes = longer(first.subscribes, second.subscribes)
    result.certainty = min(first.certainty, second.certainty)
    return result
  }

  private static func longer<Item>(_ first: [Item], _ second: [Item]) -> [Item] {
    second.count > first.count ? second : first
  }

  /// The list of its actions.
  func actionList(_ run: RubyInterpreter) -> RubyArray {
    if let actions = state.actions { return actions }
    let list = RubyArray(kind.defaultAction.map { .symbol(run.symbol($0)) })
    state.actions = list
    return list
  }

  func set(actions names: [String], _ run: RubyInterpreter) {
    state.actions = RubyArray(names.map { .symbol(run.symbol($0)) })
  }

  /// The actions that it takes.
  func actions(_ run: RubyInterpreter) -> [String] {
    guard let list = state.actions else { return kind.defaultAction }
    return list.elements.compactMap { value in
      switch value {
      case .symbol(let symbol): run.spelling(of: symbol)
      case .string(let text): text.string
      default: nil
      }
    }
  }
}

/// A recipe, definition or file that runs: the `self` of its code.
final class RecipeState: RubyPayload {
  let cookbook: String
  let recipe: String
  /// What a definition was given.
  let parameters: RubyHash

  init(cookbook: String, recipe: String, parameters: RubyHash = RubyHash()) {
    self.cookbook = cookbook
    self.recipe = recipe
    self.parameters = parameters
  }

  var held: [RubyValue] { [.hash(parameters)] }
}
