import Glibc
import Host

/// The folder that a container of the native engine lives in, while it lives.
struct Scratch: Sendable, Hashable {
  let path: String

  /// The container's name.
  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// What the container has changed, as overlayfs keeps it.
  var upper: String { path + "/u" }
  var work: String { path + "/w" }
  /// Where the overlay is mounted, in the mount namespace of the child alone.
  var merged: String { path + "/m" }
  /// Links to the layers, the top one first: their names must be short, since a mount's options are limited
  /// to a page.
  var lower: String { path + "/l" }
  /// The OCI bundle.
  var bundle: String { path + "/b" }
  var configuration: String { bundle + "/config.json" }
  /// Mount points for which no layer need have a place; the lowest layer of all.
  var mountPoints: String { path + "/p" }
  /// The container's own `/etc/hosts`, `hostname` and `resolv.conf`.
  var etc: String { path + "/e" }
  /// Content of the image's volumes, which a commit leaves out.
  var volumes: String { path + "/v" }
  /// A pipe from which the idle shell reads for ever.
  var input: String { path + "/in" }
  var output: String { path + "/out" }
  /// Of a container's own process: what it says on standard error, and how it ended.
  var error: String { path + "/err" }
  var end: String { path + "/end" }
  var pidFile: String { path + "/pid" }
  var log: String { path + "/log" }
  var reports: String { path + "/r" }
  /// From when on what changes in a copied tree is the container's doing, in nanoseconds since 1970.
  var beginning: String { path + "/beginning" }
  /// Held locked by a start as long as it goes on; names the process that starts.
  var starting: String { path + "/starting" }

  /// The container's first process right after the start; later its number may be another's.
  var firstProcess: ProcessIdentity? {
    notedProcess ?? Int32(pidText).flatMap(ProcessIdentity.init(running:))
  }

  /// The same; one that a container was started for may have ended already.
  func firstProcess(of kind: ContainerSpec.Process) -> ProcessIdentity? {
    kind == .own ? notedProcess : firstProcess
  }

  /// The same where we ourselves wrote it down, with the time of its start; `runc` writes the number alone.
  var notedProcess: ProcessIdentity? { ProcessIdentity(pidText) }

  /// Its number alone, as the runtime writes it.
  var notedNumber: Int32? { Int32(pidText) }

  private var pidText: String { text(of: pidFile) }

  /// Ends the process that starts the container, and what it has started: its group.
  func endStart() {
    guard let process = ProcessIdentity(text(of: starting)), process.isRunning else { return }
    kill(-process.number, SIGKILL)
    kill(process.number, SIGKILL)
  }

  private func text(of path: String) -> String {
    String(decoding: (try? Disk(workingDirectory: "/").read(path, limit: 64)) ?? [], as: UTF8.self)
  }
}
