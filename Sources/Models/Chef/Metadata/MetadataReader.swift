import DataSyntax
import Host
import Source
import RubyEvaluation

/// Reads the metadata of one cookbook.
struct MetadataReader {
  let cookbook: String
  private var metadata = CookbookMetadata()

  /// The first that is there counts.
  static let fileNames = ["metadata.json", "metadata.rb"]

  init(cookbook: String) { self.cookbook = cookbook }

  /// The metadata of the cookbook in a folder: `metadata.json` beats `metadata.rb`.
  static func metadata(of cookbook: String, in folder: String, from store: inout SourceStore)
    -> CookbookMetadata
  {
    for name in fileNames {
      let path = Cookbook.path(name, in: folder)
      guard store.files.status(path)?.kind == .file else { continue }
      var reader = MetadataReader(cookbook: cookbook)
      reader.metadata.file = path
      reader.read(path, from: &store)
      reader.metadata.dependencies.sort { $0.name.value < $1.name.value }
      return reader.metadata
    }
    return CookbookMetadata()
  }

  private mutating func read(_ path: String, from store: inout SourceStore) {
    do throws(HostError) {
      let file = try store.read(path)
      if path.hasSuffix(".json") { readJSON(file) } else { readRuby(file, from: store) }
    } catch {
      metadata.faults.append(
        ChefFault(.unreadableFile(error.reason.words), at: Location(FileID(path), ByteRange(at: 0))))
    }
  }

  private mutating func readJSON(_ file: SourceFile) {
    let (value, fault) = JSONObject.read(file, as: .metadata)
    if let fault { metadata.faults.append(fault) }
    guard let value else { return }
    if let name = value["name"] { set(name: name) }
    if let version = value["version"] { set(version: version) }
    for entry in value["dependencies"]?.entries ?? [] {
      // Several constraints in a list count as none.
      let texts = entry.value.items.isEmpty ? [entry.value] : entry.value.items
      depend(on: entry.key, texts.count == 1 ? texts : [], at: entry.key.location, .sure)
    }
    for list in value["chef_versions"]?.items ?? [] { require(.chef, list.items, at: list.location) }
    for list in value["ohai_versions"]?.items ?? [] { require(.ohai, list.items, at: list.location) }
    metadata.platforms = value["platforms"]?.entries.map(\.key) ?? []
    metadata.gems = value["gems"]?.items.compactMap { $0.items.first?.locatedString } ?? []
    if let value = value["eager_load_libraries"] { set(eager: value) }
    finish(at: Location(file.id, ByteRange(at: 0)))
  }

  private mutating func readRuby(_ file: SourceFile, from store: SourceStore) {
    let declarations = Declarations.read(file, as: .metadata, in: store.files)
    for call in declarations.calls { take(call) }
    // What comes after a fault is not read, a name neither.
    if let reason = declarations.unknown, case .absent = metadata.name { metadata.name = .unknown(reason) }
    if declarations.faults.isEmpty { finish(at: Location(file.id, ByteRange(at: 0))) }
    metadata.faults += declarations.faults
  }

  private mutating func take(_ call: Declaration) {
    let first = call.arguments.first
    switch call.name.value {
    case "name": if let first { set(name: first) }
    case "version": if let first { set(version: first) }
    case "depends":
      if let name = first?.locatedString {
        depend(on: name, Array(call.arguments.dropFirst()), at: call.location, call.certainty)
      }
    case "chef_version" where call.certainty == .sure: require(.chef, call.arguments, at: call.location)
    case "ohai_version" where call.certainty == .sure: require(.ohai, call.arguments, at: call.location)
    case "supports": if let name = first?.locatedString { support(name, call) }
    case "gem": if let name = first?.locatedString { metadata.gems.append(name) }
    case "eager_load_libraries": if let first { set(eager: first) }
    default: return
    }
  }

  private mutating func set(name: PlainValue) {
    if let text = name.locatedString { metadata.name = .value(text) }
    if let reason = name.unknown { metadata.name = .unknown(reason) }
  }

  private mutating func set(version: PlainValue) {
    if let reason = version.unknown {
      metadata.version = .unknown(reason)
    } else if let text = version.string {
      if let number = CookbookVersion(text) {
        metadata.version = .value(Located(number, at: version.location))
      } else {
        metadata.version = .unknown(UnknownReason("the version is none", at: version.location))
        metadata.faults.append(ChefFault(.malformedVersion(text), at: version.location))
      }
    }
  }

  private mutating func set(eager value: PlainValue) {
    switch value.content {
    case .bool(false): metadata.eagerLibraries = .patterns([])
    case .string(let pattern): metadata.eagerLibraries = .patterns([pattern])
    case .array(let items): metadata.eagerLibraries = .patterns(items.compactMap(\.string))
    default: metadata.eagerLibraries = .all
    }
  }

  private mutating func depend(
    on name: Located<String>, _ constraints: [PlainValue], at location: Location,
    _ certainty: ChefFault.Certainty
  ) {
    if metadata.name.value?.value == name.value {
      metadata.faults.append(ChefFault(.selfDependency(name.value), certainty, at: location))
      return
    }
    guard constraints.count < 2 else {
      metadata.faults.append(
        ChefFault(.severalConstraints(cookbook: name.value, call: "depends"), certainty, at: location))
      return
    }
    var constraint = VersionConstraint.any
    if let text = constraints.first, let written = text.string {
      guard let read = VersionConstraint(written) else {
        metadata.faults.append(ChefFault(.malformedConstraint(written), certainty, at: text.location))
        return
      }
      constraint = read
    }
    metadata.dependencies.removeAll { $0.name.value == name.value && certainty == .sure }
    metadata.dependencies.append(
      .init(name: name, constraint: constraint, location: location, certainty: certainty))
  }

  /// Chef does not look whether the platform is supported, but reads the constraint.
  private mutating func support(_ platform: Located<String>, _ call: Declaration) {
    metadata.platforms.append(platform)
    let constraints = call.arguments.dropFirst()
    if constraints.count > 1 {
      let kind = ChefFault.Kind.severalConstraints(cookbook: platform.value, call: "supports")
      metadata.faults.append(ChefFault(kind, call.certainty, at: call.location))
    } else if let constraint = constraints.first, let text = constraint.string,
      !VersionConstraint.isOfPlatform(text)
    {
      metadata.faults.append(ChefFault(.malformedConstraint(text), call.certainty, at: constraint.location))
    }
  }

  private mutating func require(_ tool: ChefFault.EnforcedTool, _ texts: [PlainValue], at location: Location)
  {
    var requirements: [GemRequirement] = []
    for text in texts {
      guard let written = text.string else { return }
      guard let requirement = GemRequirement(written) else {
        metadata.faults.append(ChefFault(.malformedConstraint(written), at: text.location))
        return
      }
      requirements.append(requirement)
    }
    guard !requirements.isEmpty else { return }
    let condition = CookbookMetadata.ToolCondition(requirements: requirements, location: location)
    switch tool {
    case .chef: metadata.chefVersions.append(condition)
    case .ohai: metadata.ohaiVersions.append(condition)
    }
  }

  private mutating func finish(at start: Location) {
    if case .absent = metadata.name { metadata.faults.append(ChefFault(.metadataWithoutName, at: start)) }
  }
}
