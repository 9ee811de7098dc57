#!/bin/sh
# Installs Ansible where the base image has none.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get -q -y install --no-install-recommends ansible-core python3-apt
