import Host
import Source

/// Reads roles and environments, from JSON and from Ruby.
struct PolicyReader {
  private(set) var faults: [ChefFault] = []

  /// The role of a file; nil where Chef would stop.
  mutating func role(_ name: String, at path: String, from store: inout SourceStore) -> Role? {
    var role = Role(name: name, path: path)
    guard let file = file(at: path, &store) else { return nil }
    if path.hasSuffix(".json") {
      guard let value = json(file, as: .role) else { return nil }
      role.innerName = value["name"]?.locatedString
      role.runList = WrittenRunList((value["run_list"] ?? value["recipes"])?.items ?? [])
      for entry in value["env_run_lists"]?.entries ?? [] {
        role.environmentRunLists[entry.key.value] = WrittenRunList(entry.value.items)
      }
      role.defaultAttributes = value["default_attributes"]
      role.overrideAttributes = value["override_attributes"]
    } else {
      let declarations = Declarations.read(file, as: .role, in: store.files)
      faults += declarations.faults
      guard declarations.faults.allSatisfy({ $0.certainty == .maybe }) else { return nil }
      for call in declarations.calls { take(call, into: &role) }
      if let reason = declarations.unknown { role.runList.unknown = reason }
    }
    checkName(role.innerName, name, .role)
    return role
  }

  private mutating func take(_ call: Declaration, into role: inout Role) {
    let first = call.arguments.first
    switch call.name.value {
    case "name": role.innerName = first?.locatedString
    case "run_list", "recipes": role.runList = WrittenRunList(call.arguments)
    case "env_run_lists", "env_run_list", "env_run_lists_add", "env_run_list_add":
      if let first, case .hash = first.content, !call.name.value.hasSuffix("_add"), first["_default"] == nil {
        faults.append(ChefFault(.noDefaultRunList, call.certainty, at: first.location))
      }
      for entry in first?.entries ?? [] {
        let list = WrittenRunList(entry.value.items)
        if entry.key.value == "_default" { role.runList = list }
        role.environmentRunLists[entry.key.value] = list
      }
    case "default_attributes": role.defaultAttributes = first
    case "override_attributes": role.overrideAttributes = first
    default: return
    }
    if call.certainty == .maybe {
      role.runList.unknown = UnknownReason("a condition decides on it", at: call.location)
    }
  }

  /// The environment of a file; nil where Chef would stop.
  mutating func environment(
    _ name: String, at path: String, from store: inout SourceStore
  ) -> ChefEnvironment? {
    var environment = ChefEnvironment(name: name, path: path)
    guard let file = file(at: path, &store) else { return nil }
    if path.hasSuffix(".json") {
      guard let value = json(file, as: .environment) else { return nil }
      environment.innerName = value["name"]?.locatedString
      for entry in value["cookbook_versions"]?.entries ?? [] { pin(entry.key, entry.value, in: &environment) }
      environment.defaultAttributes = value["default_attributes"]
      environment.overrideAttributes = value["override_attributes"]
    } else {
      let declarations = Declarations.read(file, as: .environment, in: store.files)
      faults += declarations.faults
      guard declarations.faults.allSatisfy({ $0.certainty == .maybe }) else { return nil }
      for call in declarations.calls { take(call, into: &environment) }
    }
    checkName(environment.innerName, name, .environment)
    return environment
  }

  private mutating func take(_ call: Declaration, into environment: inout ChefEnvironment) {
    let first = call.arguments.first
    switch call.name.value {
    case "name": environment.innerName = first?.locatedString
    case "cookbook":
      if let name = first?.locatedString, call.arguments.count > 1, call.certainty == .sure {
        pin(name, call.arguments[1], in: &environment)
      }
    case "cookbook_versions", "cookbooks":
      for entry in first?.entries ?? [] where call.certainty == .sure {
        pin(entry.key, entry.value, in: &environment)
      }
    case "default_attributes": environment.defaultAttributes = first
    case "override_attributes": environment.overrideAttributes = first
    default: return
    }
  }

  private mutating func pin(
    _ cookbook: Located<String>, _ value: PlainValue, in environment: inout ChefEnvironment
  ) {
    guard let text = value.string else { return }
    guard let constraint = VersionConstraint(text) else {
      faults.append(ChefFault(.malformedConstraint(text), at: value.location))
      return
    }
    environment.pins.removeAll { $0.cookbook.value == cookbook.value }
    environment.pins.append(.init(cookbook: cookbook, constraint: constraint, location: value.location))
  }

  private mutating func checkName(_ inner: Located<String>?, _ name: String, _ object: ChefFault.PolicyObject)
  {
    guard let inner else { return }
    guard Self.isLegal(inner.value) else {
      return faults.append(ChefFault(.illegalName(object, inner.value), at: inner.location))
    }
    guard inner.value != name else { return }
    faults.append(ChefFault(.misnamedObject(object, inside: inner.value, file: name), at: inner.location))
  }

  /// Whether Chef takes a name: letters, digits, `-` and `_`.
  private static func isLegal(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
  }

  private mutating func file(at path: String, _ store: inout SourceStore) -> SourceFile? {
    do throws(HostError) {
      return try store.read(path)
    } catch {
      faults.append(
        ChefFault(.unreadableFile(error.reason.words), at: Location(FileID(path), ByteRange(at: 0))))
      return nil
    }
  }

  private mutating func json(_ file: SourceFile, as object: ChefFault.PolicyObject) -> PlainValue? {
    let (value, fault) = JSONObject.read(file, as: object)
    if let fault { faults.append(fault) }
    return value
  }
}
