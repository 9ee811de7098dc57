import Glibc
import Host
import Image

/// Works on layers in a user namespace of its own, and prints the answer.
struct LayerChild {
  let request: LayerRequest

  /// Never returns: exits when the work is done, or after a report.
  func run() -> Never {
    ChildReport(path: request.report).whileWorking { () throws(EngineError) in
      try UserNamespace.enter(request.identities)
      let lines = try request.work.perform(
        in: ImageStore(in: request.folders), request.identities.unpackingStyle)
      let output = RegularFile(made: STDOUT_FILENO)
      try output.write(lines.map { $0 + "\n" }.joined().utf8, to: FileName("the answer"))
      _exit(0)
    }
  }
}
