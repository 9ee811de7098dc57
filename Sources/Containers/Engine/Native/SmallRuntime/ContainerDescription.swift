import DataSyntax
import Host
import Source

/// What a container's configuration says, as far as ours use it (OCI runtime specification, `config.json`).
struct ContainerDescription: Sendable, Hashable {
  let hostName: String
  let isReadOnly: Bool
  let process: RuntimeConfiguration.Process
  let capabilities: CapabilitySet
  let mounts: [RuntimeMount]
  /// Names of the namespaces that it gets.
  let namespaces: Set<String>
  let maskedPaths: [String]
  let readOnlyPaths: [String]
  /// Whether system calls are refused to its programs.
  let isFiltered: Bool

  /// Reads the file that `RuntimeConfiguration` was written to.
  init(at path: String) throws(EngineError) {
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try Disk(workingDirectory: "/").read(path, limit: 16 << 20)
    } catch { throw .host(error) }
    let root = DataParser.parse(DerivedText(SourceFile(FileID(path), bytes: bytes)), as: .json).tree.root
    guard let process = root["process"], let linux = root["linux"], let described = Self.process(process)
    else {
      throw EngineError(.failed, "`\(path)` does not describe a container")
    }
    self.process = described
    hostName = root["hostname"]?.string ?? RuntimeConfiguration.hostName
    isReadOnly = root["root"]?["readonly"]?.bool ?? false
    capabilities = CapabilitySet(
      Self.texts(process["capabilities"]?["bounding"]).compactMap(Capability.init(_:)))
    mounts = (root["mounts"]?.items ?? []).compactMap(Self.mount)
    namespaces = Set((linux["namespaces"]?.items ?? []).compactMap { $0["type"]?.string })
    maskedPaths = Self.texts(linux["maskedPaths"])
    readOnlyPaths = Self.texts(linux["readonlyPaths"])
    isFiltered = linux["maskedPaths"] != nil
  }

  private static func process(_ node: DataNode) -> RuntimeConfiguration.Process? {
    guard let user = node["user"], let id = number(user["uid"]), let group = number(user["gid"]),
      let folder = node["cwd"]?.string
    else { return nil }
    let entries = texts(node["env"]).compactMap(\.assignment).map { ($0.name, $0.value) }
    let variables = Dictionary(entries) { $1 }
    let groups = (user["additionalGids"]?.items ?? []).compactMap(number)
    return RuntimeConfiguration.Process(
      arguments: texts(node["args"]), environment: variables, workingDirectory: folder,
      user: ContainerUser(id: id, group: group, groups: groups, home: variables["HOME"] ?? "/"),
      forbidsNewPrivileges: node["noNewPrivileges"]?.bool ?? false)
  }

  private static func mount(_ node: DataNode) -> RuntimeMount? {
    guard let destination = node["destination"]?.string, let type = node["type"]?.string,
      let source = node["source"]?.string
    else { return nil }
    return RuntimeMount(destination, type, source, texts(node["options"]))
  }

  private static func texts(_ node: DataNode?) -> [String] { (node?.items ?? []).compactMap(\.string) }
  private static func number(_ node: DataNode?) -> UInt32? { node?.integer.flatMap { UInt32(exactly: $0) } }
}
