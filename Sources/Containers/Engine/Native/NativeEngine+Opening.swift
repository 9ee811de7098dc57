package import Host
import Image

extension NativeEngine {
  /// The engine of this machine and user, or why there is none: between the walls that are asked for, else between the best
  /// that work.
  ///
  /// `executable` is the program that calls `NativeEngineChild.runIfAsked`: our own, but for tests.
  package static func open(
    folders: Folders, environment: [String: String], executable: String = "/proc/self/exe",
    walls: Walls.Kind? = nil, registryPatience: Double? = RegistryPatience.usual
  ) async throws(EngineError) -> NativeEngine {
    let child = ChildProcess(executable: executable)
    let home = NativeHome(in: folders)
    let trial = NativeTrial(home: home, child: child, environment: environment)
    let variant = if let walls { try await trial.variant(walls) } else { try await trial.best() }
    return NativeEngine(
      runtime: NativeRuntime(home: home, child: child, variant: variant, store: ImageStore(in: folders)),
      clock: ImageClock(environment: environment), registryPatience: registryPatience)
  }
}
