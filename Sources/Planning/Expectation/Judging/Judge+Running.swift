import Matching
import Observation

extension Judge {
  /// Judges what was seen of a running container.
  func judge(_ check: CheckOutcomes, _ target: RunningTarget) -> [Outcome] {
    let result = search.running
    if target != .start {
      switch result.state {
      case .notReady: return check.all(.blocked, "not judged: the container was not ready")
      case .notStarted(let message): return check.all(.failed, message)
      case .notRun, .broken, .ran: break
      }
    }
    switch target {
    case .start: return judge(check, StartProbe(result: result))
    case .port(let port): return judge(check, PortProbe(port: port, result: result))
    case .process(let name): return judge(check, ProcessProbe(name: name, result: result))
    case .page(let request): return judge(check, PageProbe(request: request, result: result))
    case .name(let question): return judge(check, NameProbe(question: question, result: result))
    case .address(let question): return judge(check, AddressProbe(question: question, result: result))
    case .mount(let path): return judge(check, MountProbe(path: path, result: result))
    case .interface(let name): return judge(check, InterfaceProbe(name: name, result: result))
    case .parameter(let name): return judge(check, ParameterProbe(name: name, result: result))
    case .logs: return judge(check, LogProbe(result: result))
    case .mainProcess: return judge(check, MainProcessProbe(result: result))
    }
  }
}
