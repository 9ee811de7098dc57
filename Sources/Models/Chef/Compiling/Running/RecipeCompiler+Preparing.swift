import Host
import RubyEvaluation
import RubySyntax
import Source

extension RecipeCompiler {
  /// Defines Chef's languages and fills the node's attributes with what is there before the first file is loaded.
  func prepare() {
    node = RubyObject(of: classes.node, payload: attributes)
    if AbsentCookbooks(self) != nil {
      attributes.furtherDoubt = { [unowned self] key in AbsentCookbooks(self)?.doubt(ofAttribute: key) }
    }
    classes.attributes.freezesTexts = input.run.setup.client.judged.isAtLeast(14) == true
    runContext = RubyObject(of: classes.runContext)
    MashMethods(classes: classes.attributes, attributes: attributes).define()
    NodeMethods(attributes: attributes).define(in: CoreTable(run, classes.node))
    NodeLanguage(compiler: self).define()
    UniversalLanguage(compiler: self).define()
    RecipeLanguage(compiler: self).define()
    RunContextLanguage(compiler: self).define()
    ResourceMethods(compiler: self).define()
    ResourceClassLanguage(compiler: self).define()
    ServiceObjects(compiler: self).define()
    ProviderLanguage(compiler: self).define()
    TemplateLanguage(compiler: self).define()
    VersionLanguage(compiler: self).define()
    fillAutomatic()
    fillGiven()
  }

  private func fillAutomatic() {
    let facts = input.facts
    fill(.automatic, with: facts.attributes)
    let automatic = attributes[.automatic]
    let keys = classes.attributes
    func set(_ key: String, _ value: RubyValue) { automatic[keys.key(key)] = value }
    let names = input.run.runList.entries.map { value($0.recipe.description) }
    set("recipes", keys.vivified(.array(RubyArray(names))))
    set("expanded_run_list", keys.vivified(.array(RubyArray(names))))
    set("roles", keys.vivified(.array(RubyArray(input.run.runList.roles.map { value($0.name) }))))
    for key in plugins() where automatic[keys.key(key)] == nil {
      set(key, .unknown(RubyUnknown("a plugin of a cookbook tells `\(key)` on the machine", at: nil)))
    }
    if facts.isComplete { return }
    for key in NodeFacts.commonKeys + (facts.isContainer ? [] : NodeFacts.cloudKeys)
    where automatic[keys.key(key)] == nil {
      set(key, .unknown(RubyUnknown("Ohai tells `\(key)` on the machine", at: nil)))
    }
  }

  /// The attributes that the cookbooks' own plugins for Ohai provide.
  private func plugins() -> [String] {
    let files = input.run.closure.order.flatMap { cookbook in
      cookbook.files.paths(below: "ohai/").filter { $0.hasSuffix(".rb") }.map(cookbook.fullPath)
    }
    return files.compactMap { try? store.read($0) }.flatMap { file -> [String] in
      let outline = RubyOutline(input.programs.tree(of: file), deferring: [])
      return outline.places(of: "provides").flatMap { outline.arguments(at: $0) }
        .compactMap(outline.tree.constantText).compactMap { $0.split(separator: "/").first.map(String.init) }
    }
  }

  private func fillGiven() {
    fill(.normal, with: input.run.setup.attributes)
    if case .value(let environment) = input.run.environment {
      if let given = environment.defaultAttributes { fill(.environmentDefaults, with: given) }
      if let given = environment.overrideAttributes { fill(.environmentOverrides, with: given) }
    }
    for role in input.run.runList.roles {
      if let given = role.defaultAttributes { fill(.roleDefaults, with: given) }
      if let given = role.overrideAttributes { fill(.roleOverrides, with: given) }
    }
  }

  /// Lays a map over what a level holds.
  private func fill(_ level: AttributeLevel, with value: PlainValue) {
    switch value.content {
    case .hash: lay(value, over: attributes[level], depth: 0)
    case .unknown(let reason): run.lose(attributes[level], RubyUnknown(reason.text, at: nil))
    default: return
    }
    run.watchedChanges += 1
  }

  private func lay(_ value: PlainValue, over hash: RubyHash, depth: Int) {
    for entry in value.entries {
      let key = classes.attributes.key(entry.key.value)
      attributes.note(entry.key.value, of: hash, at: entry.key.location)
      if case .hash = entry.value.content, case .hash(let inner)? = hash[key], depth < 64 {
        lay(entry.value, over: inner, depth: depth + 1)
      } else if case .hash = entry.value.content, depth < 64 {
        let inner = classes.attributes.vivid([])
        hash[key] = .hash(inner)
        lay(entry.value, over: inner, depth: depth + 1)
      } else {
        hash[key] = classes.attributes.vivified(self.value(entry.value))
      }
    }
  }

  func value(_ text: String) -> RubyValue { .string(RubyString(Array(text.utf8), at: nil)) }

  /// A value of JSON as Ruby has it.
  func value(_ plain: PlainValue) -> RubyValue {
    switch plain.content {
    case .null: .nil
    case .bool(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .string(let text): value(text)
    case .array(let items): .array(RubyArray(items.map { value($0) }))
    case .hash(let entries): .hash(RubyHash(entries.map { (value($0.key.value), value($0.value)) }))
    case .unknown(let reason): .unknown(RubyUnknown(reason.text, at: nil))
    }
  }

  /// An automatic attribute, as the node gives it.
  func fact(_ path: [String]) -> RubyValue {
    guard let first = path.first, var value = attributes.value(first) else { return .nil }
    for key in path.dropFirst() {
      switch value.settled {
      case .hash(let hash): value = hash[classes.attributes.key(key)] ?? .nil
      case .unknown: return value.settled
      default: return .nil
      }
    }
    return value.settled
  }

  /// An item as recipes see it.
  func dataBagItem(_ plain: PlainValue) -> RubyValue {
    mash(plain, of: classes.dataBagItem)
  }

  /// A value whose hashes take symbols for strings.
  private func mash(_ plain: PlainValue, of module: RubyModule) -> RubyValue {
    switch plain.content {
    case .hash(let entries):
      let pairs = entries.map { (value($0.key.value), mash($0.value, of: classes.attributes.mash)) }
      return .hash(classes.attributes.hash(pairs, of: module))
    case .array(let items):
      return .array(RubyArray(items.map { mash($0, of: classes.attributes.mash) }))
    default: return value(plain)
    }
  }

  func dataBagItem(_ item: String, of bag: String) -> DataBags.Answer {
    input.run.dataBags.item(item, of: bag, from: &store)
  }

  /// The version of Chef that runs; where several may, that of the table of resources.
  var version: String {
    let client = input.run.setup.client
    return client.limit == nil ? client.lowest.description : ClientVersion.tabulated.description
  }

  /// Whether a path leads into a cookbook of the run.
  func isCookbookFile(_ path: String) -> Bool {
    input.run.closure.order.contains { $0.holds(path) }
  }

  /// What stands at a path inside of a cookbook; nil elsewhere, and where nothing does.
  func status(ofCookbookPath path: String) -> FileStatus.Kind? {
    isCookbookFile(path) ? store.files.status(path)?.kind : nil
  }
}
