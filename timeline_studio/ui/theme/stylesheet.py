"""The short stylesheet. A widget picks a look by its `look` property."""

from string import Template

from timeline_studio.settings import resource
from timeline_studio.ui.theme.tokens import Theme

_SHEET = Template(
    """
QToolTip { background: $bg3; color: $t1; border: 1px solid $line; padding: 4px 6px; }
QMainWindow, QDialog { background: $bg1; }
QSplitter::handle { background: $bg0; }
QStatusBar { background: $bg1; border-top: 1px solid $line; color: $t2; font-size: 11px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $t2; font-size: 11px; }
QMenuBar { background: $bg1; padding: 1px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $bg3; }
QMenu { background: $bg2; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $onAccent; }
QMenu::item:disabled { color: $t3; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QLabel[look="secondary"] { color: $t2; font-size: 11px; }
QLabel[look="field"] { color: $t2; }
QLabel[look="section"] { font-size: 12px; font-weight: 600; }
QLabel[look="title"] { font-size: 15px; font-weight: 600; }
QLabel[look="empty"] { font-size: 20px; color: $t2; }
QLabel[look="empty"][small="true"] { font-size: 15px; }
QLabel[look="error"] { color: $err; }
QFrame[look="section"] { background: $bg2; }
QFrame[look="header"] { border: none; border-bottom: 1px solid $line; }
QFrame[look="panel"] { background: $bg1; }
QFrame[look="popover"] {
  background: $bg2; border: 1px solid $ctl; border-radius: 8px; }
QFrame[look="toast"] { background: $bg3; border: 1px solid $ctl; border-radius: 8px; }
QFrame[look="toast"][tone="err"] { background: $errBg; border-color: $err; }
QFrame[look="banner"] { background: $bg3; border: none; border-bottom: 1px solid $line; }
QFrame[look="banner"][tone="err"] { background: $errBg; }

QPushButton {
  background: $bg2; border: 1px solid $ctl; border-radius: 4px;
  min-height: 26px; padding: 0 11px; font-weight: 500; }
QPushButton:hover { background: $bg3; }
QPushButton:pressed { background: $bg0; }
QPushButton:focus { border: 2px solid $accent; min-height: 24px; padding: 0 10px; }
QPushButton:disabled { color: $t3; border-color: $line; }
QPushButton[look="primary"] {
  background: $accent; color: $onAccent; border: 1px solid $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { border-color: $t1; }
QPushButton[look="primary"]:focus { border: 2px solid $t1; }
QPushButton[look="primary"]:disabled { background: $bg3; color: $t3; border-color: $line; }
QPushButton[tall="true"] { min-height: 30px; padding: 0 17px; }
QPushButton[tall="true"]:focus { min-height: 28px; padding: 0 16px; }
QPushButton[look="chip"] { border-radius: 14px; border-color: $line; padding: 0 12px; }
QPushButton[look="chip"]:checked { background: $bg3; border-color: $accent; }
QPushButton[look="link"] { border: none; background: transparent; color: $accent; padding: 0 4px; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="status"] { border: none; border-radius: 0; background: transparent;
  padding: 0 8px; min-height: 0; font-weight: 400; font-size: 11px; color: $t2; }
QPushButton[look="status"]:hover { background: $bg3; color: $t1; }
QPushButton[look="status"]:focus { border: 2px solid $accent; }
QPushButton[look="tab"] {
  background: transparent; border: none; border-bottom: 2px solid transparent;
  border-radius: 0; padding: 0 4px; color: $t2; font-weight: 500; }
QPushButton[look="tab"]:hover { color: $t1; }
QPushButton[look="tab"]:checked { color: $t1; border-bottom-color: $accent; font-weight: 600; }
QPushButton[look="tab"]:focus { background: $bg3; }
QPushButton[look="picker"] { text-align: left; font-weight: 600; padding: 0 28px 0 8px; }
QPushButton[look="picker"]:focus { padding: 0 27px 0 7px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 0;
  min-width: 26px; min-height: 26px; }
QToolButton:hover { background: $bg3; }
QToolButton:checked { border-color: $accent; background: $bg3; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[look="chip"] { border-radius: 12px; min-height: 22px; border-color: $line;
  padding: 0 8px; color: $t2; font-size: 11px; }
QToolButton[look="chip"]:checked { border-color: $accent; color: $t1; }
QToolButton[look="key"] { min-width: 0; min-height: 0; color: $t2; }
QToolButton[look="key"]:checked { border-color: transparent; color: $select; }
QToolButton[look="key"]:disabled { color: $ctl; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: $bg2; border: 1px solid $ctl; border-radius: 4px; padding: 0 8px;
  min-height: 26px; selection-background-color: $accent; selection-color: $onAccent; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 0 7px; min-height: 24px; }
QLineEdit[readOnly="true"] {
  background: transparent; border: none; padding: 0; font-size: 15px; font-weight: 600; }
QTextEdit[look="value"], QTextEdit[look="value"]:focus {
  background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  color: $t3; border-color: $line; }
QLineEdit[compact="true"], QComboBox[compact="true"], QAbstractSpinBox[compact="true"] {
  min-height: 22px; }
QLineEdit[compact="true"]:focus, QAbstractSpinBox[compact="true"]:focus { min-height: 20px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 18px; height: 18px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
  border: none; background: transparent; padding: 0; min-height: 0; }

QAbstractItemView { background: $bg1; border: none; outline: none;
  selection-background-color: $bg3; selection-color: $t1; }
QHeaderView::section { background: $bg1; color: $t2; border: none;
  border-bottom: 1px solid $line; padding: 0 8px; height: 27px; font-size: 11px; }
QTableView { gridline-color: transparent; }
QTableView[look="fields"]::item { padding: 0 4px; }
QListView[look="history"]::item { height: 28px; padding-left: 8px; }
QListView[look="history"]::item:selected { background: $bg3; color: $t1; }
QTreeView[look="commands"]::item:selected { background: $bg3; color: $t1; }
QListView[look="sidebar"]::item { height: 36px; padding-left: 8px; border-radius: 4px; }
QListView[look="sidebar"]::item:selected { background: $bg3; color: $t1; }
QListView[look="sidebar"]::item:hover { background: $bg2; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $ctl; border-radius: 3px; margin: 3px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }
QProgressBar { background: $bg0; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""
)


def stylesheet(theme: Theme) -> str:
    """Qt takes arrows of choices from files only: each theme has its own."""
    arrow = resource(f"icons/choice-{theme.name}.svg").as_posix()
    colors = {token: color.name() for token, color in theme.colors.items()}
    return _SHEET.substitute(colors, arrow=arrow)
