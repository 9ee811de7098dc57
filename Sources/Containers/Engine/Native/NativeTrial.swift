import Glibc
import Host

/// Finds out which variants of the native engine work on this machine.
struct NativeTrial: Sendable {
  let home: NativeHome
  let child: ChildProcess
  let environment: [String: String]

  /// The first of them that works, in the order of what they can do; where none does, what namespaces lack, which `runc` wants
  /// as well.
  func best() async throws(EngineError) -> NativeVariant {
    var refusal: EngineError?
    for kind in Walls.Kind.allCases {
      do throws(EngineError) {
        var variant = try await variant(kind)
        variant.reason = refusal?.message
        return variant
      } catch {
        guard error.kind == .unavailable else { throw error }
        if kind != .chroot { refusal = error }
      }
    }
    throw refusal ?? EngineError(.unavailable, "no variant of the native engine works here")
  }

  /// The variant with certain walls, or what it lacks here.
  func variant(_ kind: Walls.Kind) async throws(EngineError) -> NativeVariant {
    switch kind {
    case .runc: return try await withRunc()
    case .namespaces:
      let identities = await identities()
      try await tryMounting(identities, .namespaces)
      return NativeVariant(walls: .namespaces, identities: identities, canFilter: true)
    case .chroot:
      let held = CapabilitySet.ownEffective
      let missing = ["SYS_CHROOT", "MKNOD", "SETUID", "SETGID", "CHOWN"].compactMap(Capability.init(_:))
        .filter { !held.contains($0) }
      guard missing.isEmpty else {
        throw EngineError(
          .unavailable, "without \(missing.map(\.name).joined(separator: ", ")) the root cannot be changed",
          help: "run as root, or use `--engine docker`")
      }
      guard !home.forbidsPrograms else {
        throw EngineError(
          .unavailable, "`\(home.path)` lies on a file system that starts no programs (`noexec`)",
          help: "set `OVENPROOF_HOME` to a folder on another one")
      }
      return NativeVariant(walls: .chroot, identities: nil, canFilter: false)
    }
  }

  /// What an ordinary user's containers have; nil where this process may mount.
  func identities() async -> IdentityMap? {
    CapabilitySet.ownEffective.contains(.systemAdministration)
      ? nil : await IdentityMap.ofThisUser(environment: environment)
  }

  /// Mounts what a container needs, to see whether that can be done.
  func tryMounting(_ identities: IdentityMap?, _ walls: Walls) async throws(EngineError) {
    do throws(HostError) { try HostFile.makeFolder(home.path) } catch { throw .host(error) }
    let request = ProbeRequest(
      folder: home.path, report: home.nextReport(), identities: identities, walls: walls)
    _ = try await child.run(ProbeRequest.verb, request.options, report: request.report)
  }

  private func withRunc() async throws(EngineError) -> NativeVariant {
    guard let program = ProgramSearch(environment: environment).path(of: "runc") else {
      throw EngineError(
        .unavailable, "`runc` is not installed", help: "`apt-get install runc`, or use `--engine docker`")
    }
    let identities = await identities()
    // Root outside of any container has it all, and need not wait for a trial.
    let hasGroups = try PrivateMounts.hasWritableControlGroups()
    if identities != nil || !hasGroups {
      try await tryMounting(identities, .runc(program))
    }
    let features = RuntimeFeatures(program: program, note: home.runtimeFeatures)
    return NativeVariant(
      walls: .runc(program), identities: identities, canFilter: try await features.canFilter(),
      limits: identities == nil && hasGroups ? try GroupLimits.ofThisMachine() : GroupLimits())
  }
}
