import Expectation
import Image
import Source

/// Tells a program that could not be started from one that ended with a code that stands for that.
struct StartFaults {
  private static let runtime =
    "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process:"

  private let image: any ImageView

  init(_ image: any ImageView) { self.image = image }

  /// What the original's engine says where a program cannot be started; nil where it was.
  ///
  /// An engine reports 127 and 126 for such programs, and programs end with these codes too: the image's files decide.
  func faultOfStart(
    _ call: CommandCall, _ end: CommandResult.End, _ variables: [ExactText: String]
  ) -> String? {
    guard case .exited(let code) = end, code == 127 || code == 126, let name = call.arguments.first else {
      return nil
    }
    let path = call.environment["PATH"] ?? variables["PATH"] ?? ImageProgram.searchPath
    let isSearched = !name.utf8.contains(UInt8(ascii: "/"))
    switch ImageProgram(in: image).state(of: name, searching: path) {
    case .startable: return nil
    // Of a name, a file that cannot be executed is passed over.
    case .missing where isSearched, .unexecutable where isSearched:
      return fault(name, "executable file not found in $PATH")
    case .missing: return fault(name, "stat \(name): no such file or directory")
    case .unexecutable: return fault(name, "permission denied")
    }
  }

  private func fault(_ name: String, _ reason: String) -> String {
    "API error (400): \(Self.runtime) exec: \"\(name)\": \(reason): unknown"
  }
}
