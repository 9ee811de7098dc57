# What the service needs on disk.
class greeter::service {
  package { 'netcat-openbsd':
    ensure => installed,
  }

  file { '/etc/greeter':
    ensure => directory,
    owner  => 'root',
    group  => 'root',
    mode   => '0755',
  }

  file { '/etc/greeter/greeter.conf':
    ensure  => file,
    owner   => 'root',
    group   => 'greeter',
    mode    => '0640',
    content => epp('greeter/greeter.conf.epp', {
      'port'     => $greeter::port,
      'greeting' => $greeter::greeting,
    }),
  }

  file { '/usr/local/bin/greet':
    ensure  => file,
    owner   => 'root',
    group   => 'root',
    mode    => '0755',
    content => epp('greeter/greet.epp', { 'version' => $greeter::version }),
  }
}
