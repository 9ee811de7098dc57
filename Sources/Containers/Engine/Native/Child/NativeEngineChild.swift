import Glibc

/// The hidden side of the executable: as a child of its own, it does for the native engine what needs a
/// process of one thread, since it enters namespaces.
package enum NativeEngineChild {
  /// The first argument that makes a process such a child.
  static let mark = "__engine"

  /// Does the work and ends the process, if the arguments ask for it; else returns nil at once.
  ///
  /// To be called before anything else in `main`: no task may have started and no second thread may run.
  package static func runIfAsked(_ arguments: [String]) -> Never? {
    guard arguments.count > 2, arguments[1] == mark else { return nil }
    let options = ChildOptions(arguments[3...])
    switch arguments[2] {
    case StartRequest.verb:
      if let request = StartRequest(options) { StartChild(request: request).run() }
    case RunRequest.verb:
      if let request = RunRequest(options) { RunChild(request: request).run() }
    case AttachRequest.verb:
      if let request = AttachRequest(options) { AttachChild(request: request).run() }
    case RemoveRequest.verb:
      if let request = RemoveRequest(options) { RemoveChild(request: request).run() }
    case ProbeRequest.verb:
      if let request = ProbeRequest(options) { ProbeChild(request: request).run() }
    case LayerRequest.verb:
      if let request = LayerRequest(options) { LayerChild(request: request).run() }
    case FileRequest.verb:
      if let request = FileRequest(options) { FileChild(request: request).run() }
    case ObserveRequest.verb:
      if let request = ObserveRequest(options) { ObserveChild(request: request).run() }
    default: break
    }
    _exit(2)
  }
}
