"""Names of Los Angeles, by language: family names, and given names of women and men.

Romanized as their bearers commonly write them. Every pair is put together by chance; who bears one
in life is not meant.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameList:
    """Names of one language; `family_of_women` differs where the language bends it."""

    family: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    family_of_women: tuple[str, ...] = ()

    def family_names(self, sex: str) -> tuple[str, ...]:
        return self.family_of_women if sex == "female" and self.family_of_women else self.family


def _list(family: str, women: str, men: str, family_of_women: str = "") -> NameList:
    return NameList(
        tuple(family.split()),
        tuple(women.split()),
        tuple(men.split()),
        tuple(family_of_women.split()),
    )


NAMES: dict[str, NameList] = {
    "en": _list(
        "Abbott Baxter Caldwell Dunmore Ellery Fairbanks Granger Holloway Iverson Jessup Kingsley "
        "Langford Merriweather Norwood Oakes Pemberton Quimby Rutledge Stanhope Thackery Underhill "
        "Vance Whitcomb Yardley Booker Coles Draper Frazier Gaines Hightower Mayfield Pruitt",
        "Alice Beverly Camille Denise Eleanor Felicia Gloria Harriet Imani Joyce Keisha Loretta "
        "Marlene Nadine Olivia Patrice Renee Simone Tamara Vivian Wanda Yvonne Brianna Chloe",
        "Albert Bernard Calvin Darnell Elliot Franklin Gordon Harold Isaiah Jerome Kendall Leroy "
        "Malcolm Nathan Otis Preston Quentin Roland Silas Terrence Vernon Wesley Xavier Tyler",
    ),
    "es": _list(
        "Aguirre Barragán Carranza Delgadillo Escobedo Figueroa Galindo Huerta Iglesias Jaramillo "
        "Landeros Macías Nájera Ochoa Peñaloza Quintanilla Rentería Saucedo Tovar Urrutia "
        "Valdovinos Villaseñor Yáñez Zamudio Arriaga Bustamante Cervantes Durán Espinoza Fonseca "
        "Guzmán Lozano Montaño Núñez Olvera Pacheco Rosales Solís Trujillo Zepeda",
        "Adriana Beatriz Consuelo Dolores Esperanza Graciela Inés Josefina Leticia Marisol Nohemí "
        "Ofelia Patricia Rocío Rosalinda Socorro Teresa Verónica Ximena Yolanda Alma Blanca Luz",
        "Abelardo Benjamín Celestino Domingo Efraín Fermín Gerardo Heriberto Ignacio Joaquín "
        "Leonel Macario Noé Octavio Porfirio Ramiro Salvador Tomás Ubaldo Vicente Óscar Raúl",
    ),
    "zh-Hant": _list(
        "Bai Chang Chiu Fang Guo Hsieh Hung Jian Kao Kuo Liao Lin Lu Pan Peng Shih Su Tsai Tseng "
        "Tung Wei Yeh Yuan Zhuang",
        "Mei-Ling Hui-Chun Shu-Fen Ya-Ting Pei-Yu Li-Hua Yi-Ching Hsiu-Mei Xiaoyan Jia-Yi Wenjing",
        "Chih-Ming Wei-Ting Guo-Liang Jian-Hong Ming-Che Zhi-Qiang Yong-Fu Kuan-Yu Haoran Shu-Wei",
    ),
    "vi": _list(
        "Bui Cao Chau Dang Dinh Doan Duong Ho Huynh La Luong Ly Mai Ngo Nguyen Phan Quach Ta Tang "
        "Thai Trinh Truong Vo Vu",
        "Anh Bich-Ngoc Cam-Tu Diem Hanh Hoa Kim-Lien Lan Mai-Linh Ngoc-Anh Phuong Quynh Thao Thu "
        "Tuyet Xuan",
        "Bao Cuong Dat Duc Hai Hieu Hung Khoa Long Minh Nam Phuc Quang Son Thanh Tuan Viet",
    ),
    "ko": _list(
        "Ahn Baek Byun Cha Choi Chun Eom Gong Gu Ha Han Heo Hwang Jang Jeon Jin Ko Kwak Ma Min "
        "Moon Nam Noh Pyo Ryu Seo Shim Shin Son Yoon",
        "Eun-Ji Hae-Won Hye-Jin Ji-Young Kyung-Hee Mi-Sook Min-Ah Soo-Jin Sun-Hee Young-Mi Yuna",
        "Byung-Ho Dong-Hyun Hyun-Woo In-Sung Jae-Won Joon-Ki Kwang-Soo Min-Jae Sang-Chul Tae-Yang",
    ),
    "hy": _list(
        "Abgaryan Avakian Babayan Danielyan Gasparyan Grigorian Hakobyan Harutyunyan Kasabian "
        "Keshishyan Manoukian Melikyan Mkrtchyan Nazarian Oganesyan Petrosyan Sahakyan Terzian",
        "Anahit Arpine Gayane Hasmik Lilit Lusine Mariam Nairi Nune Shushan Sona Tatevik Zaruhi",
        "Aram Armen Ashot Davit Garegin Gevorg Hakob Karen Levon Narek Sarkis Tigran Vahan Vartan",
    ),
    "tl": _list(
        "Abad Bautista Catindig Dimaculangan Evangelista Gatdula Ilagan Lacsamana Macapagal Manalo "
        "Nepomuceno Panganiban Quiambao Salonga Tolentino Umali Villanueva Yumul",
        "Analyn Cristina Divina Erlinda Imelda Jocelyn Ligaya Maricel Nenita Perla Rowena Teresita",
        "Arnel Benigno Danilo Edgardo Florante Isagani Jomar Nestor Reynaldo Rodel Virgilio",
    ),
    "fa": _list(
        "Ahmadi Bahrami Daneshvar Ebrahimi Farahani Ghorbani Jamshidi Kamali Mahdavi Nikfar "
        "Pakzad Rostami Sabeti Tehrani Yazdani Zand",
        "Azar Bahar Farzaneh Golnaz Laleh Mahin Mina Nasrin Parisa Roya Shirin Simin Zhaleh",
        "Arash Behrouz Dariush Farhad Hooman Kamran Kaveh Mehdi Nader Omid Reza Siamak",
    ),
    "ru": _list(
        "Antonov Belov Chernov Dorokhin Efimov Gromov Karpov Lazarev Makarov Orlov Platonov "
        "Savchuk Tarasov Ustinov Volkov Zhukov",
        "Alla Galina Inna Larisa Lyudmila Nadezhda Olga Raisa Svetlana Tamara Yelena Zinaida",
        "Arkady Boris Dmitri Fyodor Grigory Igor Konstantin Leonid Mikhail Oleg Semyon Yuri",
        "Antonova Belova Chernova Dorokhina Efimova Gromova Karpova Lazareva Makarova Orlova "
        "Platonova Savchuk Tarasova Ustinova Volkova Zhukova",
    ),
    "ar": _list(
        "Abboud Aziz Darwish Fakhoury Haddad Jabbour Khalil Mansour Nassar Qasim Rahal Saleh "
        "Shaheen Tannous Younes Zayed",
        "Amal Dalia Fadia Hanan Iman Layla Maysa Nadia Rania Salma Yasmin Zeina",
        "Adel Bassam Fadi Hisham Ibrahim Jamal Karim Marwan Nabil Samir Tarek Yusuf",
    ),
    "km": _list(
        "Chea Chhim Heng Hok Keo Khiev Kong Long Meas Nhem Oum Pich Prak Ros Sok Tep Yim",
        "Bopha Chanthou Davy Kunthea Maly Phally Rachana Sokha Sophea Sreymom Thida Vanna",
        "Bunthan Chamroeun Dara Kosal Makara Narith Piseth Rithy Samnang Sophal Veasna Vuthy",
    ),
    "ja": _list(
        "Aoki Fujii Hamada Imai Kaneko Maeda Nakano Ogawa Sakai Tachibana Ueda Wada",
        "Akiko Emiko Fumiko Haruka Keiko Michiko Noriko Sachiko Yoshiko",
        "Akira Daisuke Hiroshi Kenji Makoto Noboru Shigeru Takeshi Yutaka",
    ),
}
